/** Scales every row of a dense matrix (rows × width, row-major) to unit length, in place; rows that are all but zero become zero. */
export function normalizeRows(dense: Float32Array, rows: number, width: number): void {
  for (let i = 0; i < rows; i++) {
    const at = i * width
    let sum = 0
    for (let j = 0; j < width; j++) sum += dense[at + j] * dense[at + j]
    if (sum < 1e-12) {
      dense.fill(0, at, at + width)
      continue
    }
    const scale = 1 / Math.sqrt(sum)
    for (let j = 0; j < width; j++) dense[at + j] *= scale
  }
}

/** Subtracts the mean of the rows that are not zero from each of them, in place: what all papers share says nothing of one. */
export function centreRows(dense: Float32Array, rows: number, width: number): void {
  const mean = new Float64Array(width)
  let counted = 0
  for (let i = 0; i < rows; i++) {
    if (isZero(dense, i * width, width)) continue
    counted++
    for (let j = 0; j < width; j++) mean[j] += dense[i * width + j]
  }
  if (counted < 2) return
  for (let j = 0; j < width; j++) mean[j] /= counted
  for (let i = 0; i < rows; i++) {
    if (isZero(dense, i * width, width)) continue
    for (let j = 0; j < width; j++) dense[i * width + j] -= mean[j]
  }
}

function isZero(dense: Float32Array, at: number, width: number): boolean {
  for (let j = 0; j < width; j++) if (dense[at + j] !== 0) return false
  return true
}
