import type { Kernels } from '../kernels/kernels.ts'
import type { LatentVectors } from './latent-vectors.ts'

/** The vectors of some papers, one after the other. `vectors`: n × dimensions; `papers`: row numbers. */
export function selectVectors(
  kernels: Kernels,
  vectors: Int16Array,
  dimensions: number,
  papers: Int32Array,
): Int16Array {
  const selected = kernels.int16(papers.length * dimensions)
  papers.forEach((paper, i) => {
    selected.set(vectors.subarray(paper * dimensions, (paper + 1) * dimensions), i * dimensions)
  })
  return selected
}

/** The same with their number. */
export function selectLatent(kernels: Kernels, latent: LatentVectors, papers: Int32Array): LatentVectors {
  const { vectors, dimensions } = latent
  return { vectors: selectVectors(kernels, vectors, dimensions, papers), rows: papers.length, dimensions }
}
