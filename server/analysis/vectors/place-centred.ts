/**
 * Takes the mean of the rows that are not zero off each of them, since what all papers share says nothing of one, brings them to length `weight` and writes them into
 * columns of another matrix. `from`: rows × width; `to`: rows × toWidth, zeros before, from column `at` on.
 */
export function placeCentred(
  from: Float32Array,
  width: number,
  rows: number,
  weight: number,
  to: Float32Array,
  at: number,
  toWidth: number,
): void {
  const mean = meanRow(from, rows, width)
  const row = new Float64Array(width)
  for (let i = 0; i < rows; i++) {
    if (isZero(from, i * width, width)) continue
    let sum = 0
    for (let j = 0; j < width; j++) {
      row[j] = from[i * width + j] - mean[j]
      sum += row[j] * row[j]
    }
    if (sum < 1e-12) continue
    const scale = weight / Math.sqrt(sum)
    for (let j = 0; j < width; j++) to[i * toWidth + at + j] = row[j] * scale
  }
}

/** Mean of the rows that are not zero; zeros where that is one row or none. */
function meanRow(dense: Float32Array, rows: number, width: number): Float64Array {
  const mean = new Float64Array(width)
  let counted = 0
  for (let i = 0; i < rows; i++) {
    if (isZero(dense, i * width, width)) continue
    counted++
    for (let j = 0; j < width; j++) mean[j] += dense[i * width + j]
  }
  return counted < 2 ? mean.fill(0) : mean.map((sum) => sum / counted)
}

function isZero(dense: Float32Array, at: number, width: number): boolean {
  for (let j = 0; j < width; j++) if (dense[at + j] !== 0) return false
  return true
}
