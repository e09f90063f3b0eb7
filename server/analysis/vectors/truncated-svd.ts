import { four } from '../kernels/four.ts'
import { copyCsr, copyFloat32, type Kernels } from '../kernels/kernels.ts'
import { symmetricEigen } from '../math/symmetric-eigen.ts'
import type { Csr } from '../matrix/csr.ts'
import { transpose } from '../matrix/transpose.ts'
import type { Random } from '../math/random.ts'
import { orthonormalize } from './orthonormalize.ts'

/** The rows of a matrix in the space of its largest right singular vectors: U·S. */
export interface TruncatedSvd {
  /** rows × dimensions, row-major; `dimensions` is a multiple of four, and columns beyond the rank are zeros. */
  scores: Float32Array
  rows: number
  dimensions: number
  /** Singular values, largest first, then zeros: length dimensions. */
  singularValues: Float64Array
}

const OVERSAMPLING = 12

/**
 * The largest singular vectors of a sparse matrix, `dimensions` of them (a multiple of four), or as many as it has. The matrix
 * is in the memory of the kernels, as is the result.
 * Method: randomised subspace iteration, Halko, Martinsson and Tropp, SIAM Review 53 (2011), algorithm 4.4, with
 * Cholesky-QR between iterations.
 */
export function truncatedSvd(
  kernels: Kernels,
  matrix: Csr,
  dimensions: number,
  iterations: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): TruncatedSvd {
  const { rows, columns } = matrix
  const rank = Math.max(1, Math.min(dimensions, rows - 1, columns))
  const used = Math.max(1, Math.min(rank + OVERSAMPLING, rows, columns))
  const width = four(used)
  const scores = kernels.float32(rows * four(rank))
  const singularValues = new Float64Array(four(rank))
  kernels.scope(() => {
    const transposed = copyCsr(kernels, transpose(matrix))
    // Any directions do that no other favours; uniform numbers are made ten times as fast as normal ones.
    const basis = kernels.float32(columns * width)
    for (let i = 0; i < columns; i++) for (let j = 0; j < used; j++) basis[i * width + j] = random.next() - 0.5
    const projected = kernels.float32(rows * width)
    orthonormalize(kernels, basis, columns, width)
    for (let i = 0; i < iterations; i++) {
      kernels.multiply(matrix, basis, width, projected)
      kernels.multiply(transposed, projected, width, basis)
      orthonormalize(kernels, basis, columns, width)
      onDone((i + 1) / (iterations + 1))
    }
    kernels.multiply(matrix, basis, width, projected)
    const eigen = symmetricEigen(kernels.gram(projected, rows, width), width)
    const directions = firstColumns(eigen.vectors, width, rank)
    kernels.rotate(projected, rows, width, copyFloat32(kernels, directions), four(rank), scores)
    for (let d = 0; d < rank; d++) singularValues[d] = Math.sqrt(Math.max(0, eigen.values[d]))
  })
  return { scores, rows, dimensions: four(rank), singularValues }
}

/** The first columns of a square matrix, and zeros up to a multiple of four. */
function firstColumns(square: Float64Array, width: number, count: number): Float32Array {
  const columns = new Float32Array(width * four(count))
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < count; j++) columns[i * four(count) + j] = square[i * width + j]
  }
  return columns
}
