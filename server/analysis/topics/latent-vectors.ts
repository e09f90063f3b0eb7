import { gramMatrix, multiply, multiplyTransposed } from '../kernels/products.ts'
import type { Csr } from '../matrix/csr.ts'
import type { Random } from '../math/random.ts'
import { symmetricEigen } from '../math/symmetric-eigen.ts'

/** Papers as short dense vectors of unit length. */
export interface LatentVectors {
  /** rows × dimensions, row-major; a paper without terms is all zeros. */
  vectors: Float32Array
  rows: number
  dimensions: number
  /** Singular values, largest first: length dimensions. */
  singularValues: Float64Array
}

const OVERSAMPLING = 10
const POWER_ITERATIONS = 5

/**
 * Latent semantic analysis: the papers in the space of the largest singular vectors, scaled to unit length.
 * Method: randomised subspace iteration, Halko, Martinsson and Tropp, SIAM Review 53 (2011), algorithm 4.4, with
 * Cholesky-QR between iterations. Fewer dimensions than asked for where the matrix is smaller.
 */
export function latentVectors(
  matrix: Csr,
  dimensions: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): LatentVectors {
  const { rows, columns } = matrix
  const rank = Math.max(1, Math.min(dimensions, rows - 1, columns))
  const width = Math.max(1, Math.min(rank + OVERSAMPLING, rows, columns))
  const basis = new Float32Array(columns * width)
  for (let i = 0; i < basis.length; i++) basis[i] = random.normal()
  const projected = new Float32Array(rows * width)
  orthonormalize(basis, columns, width)
  for (let i = 0; i < POWER_ITERATIONS; i++) {
    multiply(matrix, basis, width, projected)
    multiplyTransposed(matrix, projected, width, basis)
    orthonormalize(basis, columns, width)
    onDone((i + 1) / (POWER_ITERATIONS + 1))
  }
  multiply(matrix, basis, width, projected)
  const gram = new Float64Array(width * width)
  gramMatrix(projected, rows, width, gram)
  const eigen = symmetricEigen(gram, width)

  const vectors = new Float32Array(rows * rank)
  const row = new Float64Array(rank)
  for (let i = 0; i < rows; i++) {
    row.fill(0)
    for (let a = 0; a < width; a++) {
      const value = projected[i * width + a]
      if (value === 0) continue
      for (let j = 0; j < rank; j++) row[j] += value * eigen.vectors[a * width + j]
    }
    let sum = 0
    for (let j = 0; j < rank; j++) sum += row[j] * row[j]
    if (sum < 1e-12) continue
    const scale = 1 / Math.sqrt(sum)
    for (let j = 0; j < rank; j++) vectors[i * rank + j] = row[j] * scale
  }
  return {
    vectors,
    rows,
    dimensions: rank,
    singularValues: eigen.values.slice(0, rank).map((value) => Math.sqrt(Math.max(0, value))),
  }
}

/** Makes the columns of a tall matrix (rows × width) orthonormal by Cholesky-QR, twice for accuracy. */
function orthonormalize(dense: Float32Array, rows: number, width: number): void {
  const gram = new Float64Array(width * width)
  for (let pass = 0; pass < 2; pass++) {
    gramMatrix(dense, rows, width, gram)
    const inverse = inverseOfCholesky(gram, width)
    const row = new Float64Array(width)
    for (let i = 0; i < rows; i++) {
      const at = i * width
      row.fill(0)
      for (let a = 0; a < width; a++) {
        const value = dense[at + a]
        if (value === 0) continue
        for (let j = a; j < width; j++) row[j] += value * inverse[a * width + j]
      }
      dense.set(row, at)
    }
  }
}

/** The inverse of the upper Cholesky factor R of a Gram matrix (RᵀR = gram): upper triangular, width × width. */
function inverseOfCholesky(gram: Float64Array, width: number): Float64Array {
  const r = new Float64Array(width * width)
  let trace = 0
  for (let i = 0; i < width; i++) trace += gram[i * width + i]
  // A direction that the others already span has no length of its own; it is left out (zero column of the inverse).
  const least = 1e-13 * trace
  for (let i = 0; i < width; i++) {
    let diagonal = gram[i * width + i]
    for (let k = 0; k < i; k++) diagonal -= r[k * width + i] * r[k * width + i]
    if (diagonal <= least) continue
    const root = Math.sqrt(diagonal)
    r[i * width + i] = root
    for (let j = i + 1; j < width; j++) {
      let sum = gram[i * width + j]
      for (let k = 0; k < i; k++) sum -= r[k * width + i] * r[k * width + j]
      r[i * width + j] = sum / root
    }
  }
  const inverse = new Float64Array(width * width)
  for (let j = 0; j < width; j++) {
    if (r[j * width + j] === 0) continue
    inverse[j * width + j] = 1 / r[j * width + j]
    for (let i = j - 1; i >= 0; i--) {
      if (r[i * width + i] === 0) continue
      let sum = 0
      for (let k = i + 1; k <= j; k++) sum += r[i * width + k] * inverse[k * width + j]
      inverse[i * width + j] = -sum / r[i * width + i]
    }
  }
  return inverse
}
