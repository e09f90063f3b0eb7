import type { Kernels } from '../kernels.ts'

const { fround } = Math

export const smooth: Kernels['smooth'] = (vectors, n, dimensions, ids, shares, count, out) => {
  out.set(vectors.subarray(0, n * dimensions))
  for (let i = 0; i < n; i++) {
    const to = i * dimensions
    for (let e = i * count; e < (i + 1) * count; e++) {
      const share = shares[e]
      if (share === 0) continue
      const from = ids[e] * dimensions
      for (let d = 0; d < dimensions; d++) out[to + d] += fround(share * vectors[from + d])
    }
  }
}
