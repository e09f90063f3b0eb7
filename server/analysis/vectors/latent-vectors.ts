import { four } from '../kernels/four.ts'
import type { Kernels } from '../kernels/kernels.ts'
import { type Csr, dropRareColumns } from '../matrix/csr.ts'
import { type Random, sample } from '../math/random.ts'
import { leadingDirections } from './leading-directions.ts'
import { rankOf } from './truncated-svd.ts'

/** Papers as short dense vectors of unit length. */
export interface LatentVectors {
  /**
   * rows × dimensions, row-major, in the memory of the kernels: whole numbers of 16 bits, 1 being `UNIT`. `dimensions` is a multiple of four; a paper of which nothing is
   * known is all zeros.
   */
  vectors: Int16Array
  rows: number
  dimensions: number
}

/** Papers from which the directions are learned, at most: more of them find the same, all are placed by them. */
const LEARNED_FROM = 20_000
/** Of those papers, the fewest that hold a term from which directions are learned. */
const HELD_BY = 3

/**
 * Latent semantic analysis: the papers in the space of the largest singular vectors of their TF-IDF, scaled to unit length: rows × dimensions in the memory of the kernels.
 * Fewer dimensions than asked for where the matrix is smaller, but a multiple of four.
 */
export function latentVectors(
  kernels: Kernels,
  matrix: Csr,
  dimensions: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): { scores: Float32Array; dimensions: number } {
  const { rows, columns } = matrix
  const rank = rankOf(dimensions, rows, columns)
  const scores = kernels.bareFloat32(rows * four(rank))
  kernels.scope(() => {
    const directions =
      rows > LEARNED_FROM
        ? directionsOfSome(kernels, matrix, rank, random, onDone)
        : leadingDirections(kernels, matrix, rank, 0, random, onDone).directions
    kernels.multiply(matrix, directions, four(rank), scores)
  })
  kernels.unitRows(scores, rows, four(rank))
  return { scores, dimensions: four(rank) }
}

/**
 * The directions of a sample of the papers, in the scope of who asks. Terms that fewer than `HELD_BY` of them hold have no part in any: they turn no direction by much, yet they are most of the terms of
 * a large collection, and the basis has a kilobyte for each.
 */
function directionsOfSome(
  kernels: Kernels,
  matrix: Csr,
  rank: number,
  random: Random,
  onDone: (share: number) => void,
): Float32Array {
  const width = four(rank)
  const some = kernels.selectRows(matrix, sample(matrix.rows, LEARNED_FROM, random))
  const { kept, matrix: learned } = dropRareColumns(some, HELD_BY)
  const { directions } = leadingDirections(kernels, learned, rank, 0, random, onDone)
  // Only now, where the basis has gone.
  const all = kernels.float32(matrix.columns * width)
  kept.forEach((column, c) => all.set(directions.subarray(c * width, (c + 1) * width), column * width))
  return all
}
