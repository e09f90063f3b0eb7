import { PANEL } from '../kernels/basis-kernels.ts'
import { copyFloat32, type Kernels } from '../kernels/kernels.ts'

/**
 * Makes the columns of a panel (rows × 16, in place) orthonormal by Cholesky-QR, in two passes, since one does it but nearly where columns are much alike. A column of which
 * the others leave no more than `least` (a squared length) becomes zeros. Returns the numbers of those columns.
 */
export function orthonormalize(kernels: Kernels, panel: Float32Array, rows: number, least: number): number[] {
  let nothing: number[] = []
  for (let pass = 0; pass < 2; pass++) {
    const gram = kernels.panelProducts(panel, 1, rows, panel)
    const { inverse, spanned } = inverseOfCholesky(gram, PANEL, pass === 0 ? least : 0.5)
    nothing = spanned
    kernels.scope(() => {
      kernels.rotate(panel, rows, PANEL, copyFloat32(kernels, inverse), PANEL, panel, true)
    })
  }
  return nothing
}

/**
 * The inverse of the upper Cholesky factor R of a Gram matrix (RᵀR = gram): upper triangular, width × width. Columns that the ones before span but for `least` (a squared
 * length) are zeros, and named.
 */
function inverseOfCholesky(
  gram: Float64Array,
  width: number,
  least: number,
): { inverse: Float64Array; spanned: number[] } {
  const r = new Float64Array(width * width)
  const spanned: number[] = []
  for (let i = 0; i < width; i++) {
    let diagonal = gram[i * width + i]
    for (let k = 0; k < i; k++) diagonal -= r[k * width + i] * r[k * width + i]
    if (diagonal <= least) {
      spanned.push(i)
      continue
    }
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
  return { inverse, spanned }
}
