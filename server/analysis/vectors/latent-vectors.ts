import { copyCsr, type Kernels } from '../kernels/kernels.ts'
import { type Csr, selectRows } from '../matrix/csr.ts'
import { type Random, sample } from '../math/random.ts'
import { truncatedSvd } from './truncated-svd.ts'

/** Papers as short dense vectors of unit length. */
export interface LatentVectors {
  /** rows × dimensions, row-major, in the memory of the kernels; `dimensions` is a multiple of four; a paper of which nothing is known is all zeros. */
  vectors: Float32Array
  rows: number
  dimensions: number
}

const POWER_ITERATIONS = 5
/** Papers from which the directions are learned, at most: more of them find the same, all are placed by them. */
const LEARNED_FROM = 20_000

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
  const isLarge = matrix.rows > LEARNED_FROM
  const learned = isLarge ? copyCsr(kernels, selectRows(matrix, sample(matrix.rows, LEARNED_FROM, random))) : matrix
  const svd = truncatedSvd(kernels, matrix, dimensions, POWER_ITERATIONS, random, onDone, learned)
  kernels.unitRows(svd.scores, svd.rows, svd.dimensions)
  return { vectors: svd.scores, rows: svd.rows, dimensions: svd.dimensions }
}
