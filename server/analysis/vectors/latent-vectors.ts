import type { Kernels } from '../kernels/kernels.ts'
import type { Csr } from '../matrix/csr.ts'
import type { Random } from '../math/random.ts'
import { truncatedSvd } from './truncated-svd.ts'
import { normalizeRows } from './unit-rows.ts'

/** Papers as short dense vectors of unit length. */
export interface LatentVectors {
  /** rows × dimensions, row-major, in the memory of the kernels; `dimensions` is a multiple of four; a paper of which nothing is known is all zeros. */
  vectors: Float32Array
  rows: number
  dimensions: number
}

const POWER_ITERATIONS = 5

/**
 * Latent semantic analysis: the papers in the space of the largest singular vectors of their TF-IDF, scaled to unit length.
 * Fewer dimensions than asked for where the matrix is smaller.
 */
export function latentVectors(
  kernels: Kernels,
  matrix: Csr,
  dimensions: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): LatentVectors {
  const { scores, rows, dimensions: rank } = truncatedSvd(kernels, matrix, dimensions, POWER_ITERATIONS, random, onDone)
  normalizeRows(scores, rows, rank)
  return { vectors: scores, rows, dimensions: rank }
}
