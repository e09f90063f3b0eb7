import { type Kernels, MEMBERSHIPS } from '../kernels.ts'

const PAIRS = MEMBERSHIPS * 2

export const topicSums: Kernels['topicSums'] = (byTerm, weights, factors, members, width, k, out, some) => {
  const { columns, starts, entries } = byTerm
  const sums = new Float64Array(k)
  for (let term = 0; term < columns; term++) {
    sums.fill(0)
    for (let e = starts[term]; e < starts[term + 1]; e++) {
      if (some !== undefined && some.groups[entries[e] & 0xffffff] !== some.group) continue
      const value = weights[entries[e] >>> 24]
      const first = (entries[e] & 0xffffff) * PAIRS
      for (let at = first; at < first + PAIRS && members[at + 1] !== 0; at += 2)
        sums[members[at]] += value * members[at + 1]
    }
    for (let c = 0; c < k; c++) out[term * width + c] = sums[c] * factors[term] + (some?.base?.[term * width + c] ?? 0)
  }
}
