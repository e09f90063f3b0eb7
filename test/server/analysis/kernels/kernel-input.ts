import { copyFloat32, copyInt16, copyInt32, type Kernels } from '../../../../server/analysis/kernels/kernels.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import type { Csr } from '../../../../server/analysis/matrix/csr.ts'
import { wholeVectors } from '../../../support/whole-vectors.ts'

export const N = 5000
export const WIDTH = 76

export function normal(kernels: Kernels, length: number, seed: number): Float32Array {
  const random = createRandom(seed)
  return copyFloat32(
    kernels,
    Float32Array.from({ length }, () => random.normal()),
  )
}

export function units(kernels: Kernels, rows: number, seed: number): Int16Array {
  const vectors = normal(plainKernels, rows * WIDTH, seed)
  for (let i = 0; i < rows; i++) {
    const row = vectors.subarray(i * WIDTH, (i + 1) * WIDTH)
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0))
    row.forEach((value, d) => (row[d] = value / length))
  }
  return copyInt16(kernels, wholeVectors(vectors))
}

export function numbers(kernels: Kernels, length: number, below: number, seed: number): Int32Array {
  const random = createRandom(seed)
  return copyInt32(
    kernels,
    Int32Array.from({ length }, () => random.below(below)),
  )
}

export function copyFloat64(kernels: Kernels, values: ArrayLike<number>): Float64Array {
  const copy = kernels.float64(values.length)
  copy.set(values)
  return copy
}

/** Rows of 0 to 49 entries. */
export function sparse(kernels: Kernels, columns: number): Csr {
  const starts = Int32Array.from({ length: N + 1 })
  for (let i = 0; i < N; i++) starts[i + 1] = starts[i] + ((i * 7) % 50)
  const indices = numbers(kernels, starts[N], columns, 5)
  return { rows: N, columns, starts: copyInt32(kernels, starts), indices, values: normal(kernels, starts[N], 6) }
}

/** Five neighbours a paper, some of which are missing, some unlike it. */
export function neighbours(kernels: Kernels): { count: number; ids: Int32Array; similarity: Float32Array } {
  const ids = numbers(kernels, N * 5, N, 2)
  ids.forEach((_, e) => (ids[e] = e % 25 === 3 ? -1 : ids[e]))
  return { count: 5, ids, similarity: normal(kernels, N * 5, 3) }
}
