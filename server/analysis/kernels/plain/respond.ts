import { exp } from '../../math/elementary.ts'
import type { Kernels } from '../kernels.ts'

const { fround } = Math
/** Responsibilities below this are taken as none: they would change no count that matters. */
const NEGLIGIBLE = fround(1e-6)
/** Log-odds below the best from which a topic has no part. */
const HOPELESS = -14

export const respond: Kernels['respond'] = (
  scores,
  papers,
  width,
  k,
  trust,
  logPi,
  { count, ids, shares, weight },
  before,
  assignment,
) => {
  let moved = 0
  for (let paper = 0; paper < papers; paper++) {
    const row = scores.subarray(paper * width, (paper + 1) * width)
    for (let c = 0; c < width; c++) row[c] = fround(row[c] * trust[paper]) + logPi[c]
    for (let e = paper * count; e < (paper + 1) * count; e++) {
      if (shares[e] === 0) continue
      const voice = fround(fround(weight) * shares[e])
      const from = ids[e] * width
      for (let c = 0; c < width; c++) row[c] += fround(voice * before[from + c])
    }
    let best = 0
    let high = -Infinity
    for (let c = 0; c < k; c++) {
      if (row[c] > high) {
        high = row[c]
        best = c
      }
    }
    let total = 0
    for (let c = 0; c < k; c++) {
      const share = row[c] - high < HOPELESS ? 0 : exp(row[c] - high)
      row[c] = share
      total += share
    }
    for (let c = 0; c < k; c++) {
      const share = fround(row[c] / total)
      row[c] = share < NEGLIGIBLE ? 0 : share
    }
    row.fill(0, k)
    if (assignment[paper] !== best) moved++
    assignment[paper] = best
  }
  return moved
}
