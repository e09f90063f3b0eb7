import { copyFloat32, type Kernels } from '../kernels/kernels.ts'

/** Makes the columns of a tall matrix (rows × width) orthonormal by Cholesky-QR: in one pass nearly, in two to rounding. */
export function orthonormalize(
  kernels: Kernels,
  dense: Float32Array,
  rows: number,
  width: number,
  passes: number,
): void {
  for (let pass = 0; pass < passes; pass++) {
    kernels.scope(() => {
      const inverse = copyFloat32(kernels, inverseOfCholesky(kernels.gram(dense, rows, width), width))
      kernels.rotate(dense, rows, width, inverse, width, dense, true)
    })
  }
}

/** The inverse of the upper Cholesky factor R of a Gram matrix (RᵀR = gram): upper triangular, width × width. */
function inverseOfCholesky(gram: Float64Array, width: number): Float64Array {
  const r = new Float64Array(width * width)
  let trace = 0
  for (let i = 0; i < width; i++) trace += gram[i * width + i]
  // A direction that the others already span has no length of its own; it is left out (zero column of the inverse).
  const least = (1e-7 * trace) / width
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
