import { exp } from '../../math/elementary.ts'
import type { Kernels } from '../kernels.ts'

export const edgeWeights: Kernels['edgeWeights'] = (ids, similarity, n, count, most, target, out) => {
  for (let i = 0; i < n; i++) {
    const base = i * count
    let used = 0
    while (used < most && ids[base + used] >= 0) used++
    if (used === 0) continue
    const nearest = 1 - similarity[base]
    const weightOf = (e: number, sigma: number): number => {
      const x = -Math.max(0, 1 - similarity[base + e] - nearest) / sigma
      return x < -700 ? 0 : exp(x)
    }
    let low = 0
    let high = Infinity
    let sigma = 1
    for (let round = 0; round < 40; round++) {
      let sum = 0
      for (let e = 0; e < used; e++) sum += weightOf(e, sigma)
      if (Math.abs(sum - target) < 1e-4) break
      if (sum > target) high = sigma
      else low = sigma
      sigma = high === Infinity ? sigma * 2 : (low + high) / 2
    }
    sigma = Math.max(sigma, 1e-3)
    for (let e = 0; e < used; e++) out[i * most + e] = weightOf(e, sigma)
  }
}
