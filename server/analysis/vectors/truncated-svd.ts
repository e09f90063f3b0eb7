import { four } from '../kernels/four.ts'
import { copyFloat32, type Kernels } from '../kernels/kernels.ts'
import type { Csr } from '../matrix/csr.ts'
import type { Random } from '../math/random.ts'
import { leadingDirections } from './leading-directions.ts'

/** The rows of a matrix in the space of its largest right singular vectors: U·S. */
export interface TruncatedSvd {
  /** rows × dimensions, row-major; `dimensions` is a multiple of four, and columns beyond the rank are zeros. */
  scores: Float32Array
  rows: number
  dimensions: number
  /** Singular values, largest first, then zeros: length dimensions. */
  singularValues: Float64Array
}

/**
 * The largest singular vectors of a sparse matrix, `dimensions` of them (a multiple of four), or as many as it has. The matrix
 * is in the memory of the kernels, as is the result.
 */
export function truncatedSvd(
  kernels: Kernels,
  matrix: Csr,
  dimensions: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): TruncatedSvd {
  const { rows, columns } = matrix
  const rank = rankOf(dimensions, rows, columns)
  const scores = kernels.bareFloat32(rows * four(rank))
  const singularValues = kernels.scope(() => {
    const { directions, width, squares } = leadingDirections(kernels, matrix, rank, 0, random, onDone)
    // Within the basis they are orthogonal with the rows in front as well, so that nothing has to be turned.
    kernels.multiply(matrix, directions, width, scores)
    return squares.map(Math.sqrt)
  })
  return { scores, rows, dimensions: four(rank), singularValues }
}

/** Singular vectors that a matrix has, of as many as are wanted. */
export function rankOf(dimensions: number, rows: number, columns: number): number {
  return Math.max(1, Math.min(dimensions, rows - 1, columns))
}

/**
 * Turns rows that are given in some basis (`projected`: rows × width) to the largest singular vectors within it: `scores`, rows × four(rank). Returns the singular
 * values, four(rank) of them.
 */
export function toSingularVectors(
  kernels: Kernels,
  projected: Float32Array,
  rows: number,
  width: number,
  rank: number,
  scores: Float32Array,
): Float64Array {
  const eigen = kernels.symmetricEigen(kernels.gram(projected, rows, width), width)
  const directions = firstColumns(eigen.vectors, width, rank)
  kernels.scope(() => kernels.rotate(projected, rows, width, copyFloat32(kernels, directions), four(rank), scores))
  return Float64Array.from({ length: four(rank) }, (_, d) => (d < rank ? Math.sqrt(Math.max(0, eigen.values[d])) : 0))
}

/** The first columns of a square matrix, and zeros up to a multiple of four. */
function firstColumns(square: Float64Array, width: number, count: number): Float32Array {
  const columns = new Float32Array(width * four(count))
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < count; j++) columns[i * four(count) + j] = square[i * width + j]
  }
  return columns
}
