import { forTopics, WHOLE } from '../memberships.ts'
import type { Kernels } from '../kernels.ts'

export const topicSums: Kernels['topicSums'] = (byTerm, weights, factors, members, width, k, out, base) => {
  const { columns, starts, entries } = byTerm
  // Every second entry is summed up by itself.
  const sums = new Float64Array(2 * k)
  for (let term = 0; term < columns; term++) {
    sums.fill(0)
    for (let e = starts[term]; e < starts[term + 1]; e++) {
      const value = weights[entries[e] >>> 24]
      const own = (e & 1) * k
      forTopics(members, entries[e] & 0xffffff, (topic, units) => (sums[own + topic] += value * units))
    }
    const factor = factors[term] * (1 / WHOLE)
    for (let c = 0; c < k; c++) {
      out[term * width + c] = (sums[c] + sums[k + c]) * factor + (base?.[term * width + c] ?? 0)
    }
  }
}
