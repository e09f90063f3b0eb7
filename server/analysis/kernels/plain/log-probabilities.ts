import { log } from '../../math/elementary.ts'
import { type Kernels, MEMBERSHIPS } from '../kernels.ts'

export const logProbabilities: Kernels['logProbabilities'] = (byTerm, members, width, k, prior, logTotals, out) => {
  const sums = new Float64Array(k)
  for (let term = 0; term < byTerm.rows; term++) {
    for (let e = byTerm.starts[term]; e < byTerm.starts[term + 1]; e++) {
      const first = byTerm.indices[e] * MEMBERSHIPS * 2
      for (let at = first; at < first + MEMBERSHIPS * 2 && members[at + 1] > 0; at += 2) {
        sums[members[at]] += byTerm.values[e] * members[at + 1]
      }
    }
    for (let c = 0; c < k; c++) out[term * width + c] = log(sums[c] + prior) - logTotals[c]
    sums.fill(0)
  }
}
