import { type Kernels, UNIT } from '../kernels.ts'
import { toWhole } from './whole-vectors.ts'

const { fround } = Math

export const placeCentred: Kernels['placeCentred'] = (dense, rows, width, mean, weight, to, at, toWidth) => {
  for (let i = 0; i < rows; i++) {
    const row = dense.subarray(i * width, (i + 1) * width)
    const place = to.subarray(i * toWidth + at, i * toWidth + at + width)
    place.fill(0)
    if (row.every((value) => value === 0)) continue
    let sum = 0
    for (let d = 0; d < width; d++) {
      row[d] -= mean[d]
      sum += row[d] * row[d]
    }
    if (sum < 1e-12) continue
    const scale = fround((weight * UNIT) / Math.sqrt(sum))
    for (let d = 0; d < width; d++) place[d] = toWhole(row[d], scale)
  }
}
