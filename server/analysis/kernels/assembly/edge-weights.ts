import { exp } from './elementary'

/**
 * How surely each neighbour of the papers from…to is one: exp(−(distance − nearest distance) ÷ bandwidth), 0–1, with the bandwidth of a paper
 * such that its weights sum to `target`, by bisection. `ids` (−1 for none), Int32, `similarity`, Float32: n × count, of which the first `most` count; `out`, Float32:
 * n × most.
 */
export function edgeWeights(
  from: i32,
  to: i32,
  thread: i32,
  ids: usize,
  similarity: usize,
  count: i32,
  most: i32,
  target: f64,
  out: usize,
): void {
  for (let i = from; i < to; i++) {
    const base = (<usize>(i * count)) << 2
    const place = (<usize>(i * most)) << 2
    let used: usize = 0
    while (used < <usize>most && load<i32>(ids + base + (used << 2)) >= 0) used++
    if (used === 0) continue
    const nearest = 1 - <f64>load<f32>(similarity + base)
    let low: f64 = 0
    let high: f64 = Infinity
    let sigma: f64 = 1
    for (let round = 0; round < 40; round++) {
      let sum: f64 = 0
      for (let e: usize = 0; e < used; e++) sum += weightOf(similarity + base + (e << 2), nearest, sigma)
      if (abs(sum - target) < 1e-4) break
      if (sum > target) high = sigma
      else low = sigma
      sigma = high === Infinity ? sigma * 2 : (low + high) / 2
    }
    sigma = max(sigma, 1e-3)
    for (let e: usize = 0; e < used; e++) {
      store<f32>(out + place + (e << 2), <f32>weightOf(similarity + base + (e << 2), nearest, sigma))
    }
  }
}

function weightOf(similarity: usize, nearest: f64, sigma: f64): f64 {
  const x = -max<f64>(0, 1 - <f64>load<f32>(similarity) - nearest) / sigma
  return x < -700 ? 0 : exp(x)
}
