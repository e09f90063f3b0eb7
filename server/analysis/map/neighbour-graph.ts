import { exp, log2 } from '../math/elementary.ts'
import type { Neighbours } from '../vectors/neighbours.ts'

/** Weighted edges between papers; each pair once, from < to. */
export interface Graph {
  from: Int32Array
  to: Int32Array
  /** 0–1: how surely the two are neighbours. */
  weight: Float32Array
}

/**
 * The fuzzy neighbour graph of UMAP: each paper's similarities become probabilities by a bandwidth of its own, then a pair is
 * joined by a + b − ab. Source: McInnes, Healy and Melville, "UMAP", arXiv:1802.03426, 3.1.
 */
export function neighbourGraph(neighbours: Neighbours): Graph {
  const { n, count, ids, similarity } = neighbours
  const pairs = new Map<number, number>()
  const target = log2(Math.max(2, count))
  for (let i = 0; i < n; i++) {
    const base = i * count
    let used = 0
    while (used < count && ids[base + used] >= 0) used++
    if (used === 0) continue
    const nearest = 1 - similarity[base]
    const sigma = bandwidth(similarity, base, used, nearest, target)
    for (let e = 0; e < used; e++) {
      const j = ids[base + e]
      const weight = exp(-Math.max(0, 1 - similarity[base + e] - nearest) / sigma)
      const key = i < j ? i * n + j : j * n + i
      const other = pairs.get(key)
      pairs.set(key, other === undefined ? weight : other + weight - other * weight)
    }
  }
  const from = new Int32Array(pairs.size)
  const to = new Int32Array(pairs.size)
  const weight = new Float32Array(pairs.size)
  let e = 0
  for (const [key, value] of pairs) {
    from[e] = Math.floor(key / n)
    to[e] = key % n
    weight[e++] = value
  }
  return { from, to, weight }
}

/** The bandwidth with which the weights of a paper's neighbours sum to `target`, by bisection. */
function bandwidth(similarity: Float32Array, base: number, used: number, nearest: number, target: number): number {
  let low = 0
  let high = Infinity
  let sigma = 1
  for (let round = 0; round < 40; round++) {
    let sum = 0
    for (let e = 0; e < used; e++) sum += exp(-Math.max(0, 1 - similarity[base + e] - nearest) / sigma)
    if (Math.abs(sum - target) < 1e-4) break
    if (sum > target) high = sigma
    else low = sigma
    sigma = high === Infinity ? sigma * 2 : (low + high) / 2
  }
  return Math.max(sigma, 1e-3)
}
