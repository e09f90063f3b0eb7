import { gramMatrix, multiply, multiplyTransposed } from '../kernels/products.ts'
import { symmetricEigen } from '../math/symmetric-eigen.ts'
import type { Csr } from '../matrix/csr.ts'
import type { Random } from '../math/random.ts'
import { orthonormalize } from './orthonormalize.ts'

/** The rows of a matrix in the space of its largest right singular vectors: U·S. */
export interface TruncatedSvd {
  /** rows × dimensions, row-major. */
  scores: Float32Array
  rows: number
  dimensions: number
  /** Singular values, largest first: length dimensions. */
  singularValues: Float64Array
}

const OVERSAMPLING = 10

/**
 * The largest singular vectors of a sparse matrix, `dimensions` of them, or as many as it has.
 * Method: randomised subspace iteration, Halko, Martinsson and Tropp, SIAM Review 53 (2011), algorithm 4.4, with
 * Cholesky-QR between iterations.
 */
export function truncatedSvd(
  matrix: Csr,
  dimensions: number,
  iterations: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): TruncatedSvd {
  const { rows, columns } = matrix
  const rank = Math.max(1, Math.min(dimensions, rows - 1, columns))
  const width = Math.max(1, Math.min(rank + OVERSAMPLING, rows, columns))
  const basis = new Float32Array(columns * width)
  for (let i = 0; i < basis.length; i++) basis[i] = random.normal()
  const projected = new Float32Array(rows * width)
  orthonormalize(basis, columns, width)
  for (let i = 0; i < iterations; i++) {
    multiply(matrix, basis, width, projected)
    multiplyTransposed(matrix, projected, width, basis)
    orthonormalize(basis, columns, width)
    onDone((i + 1) / (iterations + 1))
  }
  multiply(matrix, basis, width, projected)
  const gram = new Float64Array(width * width)
  gramMatrix(projected, rows, width, gram)
  const eigen = symmetricEigen(gram, width)
  return {
    scores: rotate(projected, rows, width, eigen.vectors, rank),
    rows,
    dimensions: rank,
    singularValues: eigen.values.slice(0, rank).map((value) => Math.sqrt(Math.max(0, value))),
  }
}

/** dense · directions: rows × width times the first `rank` columns of a width × width matrix. */
export function rotate(
  dense: Float32Array,
  rows: number,
  width: number,
  directions: Float64Array,
  rank: number,
): Float32Array {
  const rotated = new Float32Array(rows * rank)
  const row = new Float64Array(rank)
  for (let i = 0; i < rows; i++) {
    row.fill(0)
    for (let a = 0; a < width; a++) {
      const value = dense[i * width + a]
      if (value === 0) continue
      for (let j = 0; j < rank; j++) row[j] += value * directions[a * width + j]
    }
    rotated.set(row, i * rank)
  }
  return rotated
}
