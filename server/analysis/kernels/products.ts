import type { Csr } from '../matrix/csr.ts'

/** Dense matrices are row-major Float32Arrays; sums run in Float32 storage with Float64 arithmetic, in a fixed order. */

/** out = matrix · dense. `dense`: columns × width; `out`: rows × width, overwritten. */
export function multiply(matrix: Csr, dense: Float32Array, width: number, out: Float32Array): void {
  const { starts, indices, values } = matrix
  const sum = new Float64Array(width)
  for (let row = 0; row < matrix.rows; row++) {
    sum.fill(0)
    for (let e = starts[row]; e < starts[row + 1]; e++) {
      const value = values[e]
      const at = indices[e] * width
      for (let j = 0; j < width; j++) sum[j] += value * dense[at + j]
    }
    out.set(sum, row * width)
  }
}

/** out = matrixᵀ · dense. `dense`: rows × width; `out`: columns × width, overwritten. */
export function multiplyTransposed(matrix: Csr, dense: Float32Array, width: number, out: Float32Array): void {
  const { starts, indices, values } = matrix
  out.fill(0)
  for (let row = 0; row < matrix.rows; row++) {
    const from = row * width
    for (let e = starts[row]; e < starts[row + 1]; e++) {
      const value = values[e]
      const at = indices[e] * width
      for (let j = 0; j < width; j++) out[at + j] += value * dense[from + j]
    }
  }
}

/** gram = denseᵀ · dense. `dense`: rows × width; `gram`: width × width, overwritten, symmetric. */
export function gramMatrix(dense: Float32Array, rows: number, width: number, gram: Float64Array): void {
  gram.fill(0)
  for (let row = 0; row < rows; row++) {
    const at = row * width
    for (let i = 0; i < width; i++) {
      const value = dense[at + i]
      if (value === 0) continue
      const to = i * width
      for (let j = i; j < width; j++) gram[to + j] += value * dense[at + j]
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) gram[i * width + j] = gram[j * width + i]
}
