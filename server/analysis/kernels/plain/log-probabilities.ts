import { log } from '../../math/elementary.ts'
import type { Kernels } from '../kernels.ts'

export const logProbabilities: Kernels['logProbabilities'] = (sums, terms, width, k, prior, logTotals, out) => {
  for (let term = 0; term < terms; term++) {
    for (let c = 0; c < k; c++) out[term * width + c] = log(sums[term * width + c] + prior) - logTotals[c]
  }
}
