import { type Kernels, MEMBERSHIPS } from '../kernels.ts'

export const topicSums: Kernels['topicSums'] = ({ rows, starts, indices, values }, members, width, k, base, out) => {
  const sums = new Float64Array(k)
  for (let term = 0; term < rows; term++) {
    sums.set(base.subarray(term * width, term * width + k))
    for (let e = starts[term]; e < starts[term + 1]; e++) {
      const first = indices[e] * MEMBERSHIPS * 2
      for (let at = first; at < first + MEMBERSHIPS * 2 && members[at + 1] > 0; at += 2) {
        sums[members[at]] += values[e] * members[at + 1]
      }
    }
    out.set(sums, term * width)
  }
}
