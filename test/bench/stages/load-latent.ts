import { copyFloat32, copyInt16, copyInt32, type Kernels } from '../../../server/analysis/kernels/kernels.ts'
import type { LatentVectors } from '../../../server/analysis/vectors/latent-vectors.ts'
import type { Neighbours } from '../../../server/analysis/vectors/neighbours.ts'
import type { DataFolder } from '../measure/data-folder.ts'

/** What the stage `vectors` saved, in the memory of the kernels. */
export function loadLatent(kernels: Kernels, data: DataFolder): LatentVectors {
  const [dimensions] = data.int32('dimensions')
  const vectors = copyInt16(kernels, data.int16('vectors'))
  return { vectors, rows: vectors.length / dimensions, dimensions }
}

/** What the stage `neighbours` saved for n papers, in the memory of the kernels. */
export function loadNeighbours(kernels: Kernels, data: DataFolder, n: number): Neighbours {
  const ids = copyInt32(kernels, data.int32('neighbours'))
  const similarity = copyFloat32(kernels, data.float32('similarity'))
  return { n, count: ids.length / n, ids, similarity, order: copyInt32(kernels, data.int32('neighbour-order')) }
}
