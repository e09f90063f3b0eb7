import type { Kernels, LayoutEdges } from '../kernels/kernels.ts'
import { log2 } from '../math/elementary.ts'
import type { Neighbours } from '../vectors/neighbours.ts'

/**
 * The fuzzy neighbour graph of UMAP, each edge in both directions: each paper's similarities become probabilities by a bandwidth of its own,
 * then a pair is joined by a + b − ab. The surest edges pull in every round, the others in proportion; what would pull less than once in
 * all `rounds` never does. Source: McInnes, Healy and Melville, "UMAP", arXiv:1802.03426, 3.1.
 */
export function layoutEdges(kernels: Kernels, { n, count, ids, similarity }: Neighbours, rounds: number): LayoutEdges {
  const weights = kernels.float32(n * count)
  kernels.edgeWeights(ids, similarity, n, count, log2(Math.max(2, count)), weights)
  const incoming = incomingEdges(ids, n, count)
  const starts = kernels.int32(n + 1)
  const neighbours = kernels.int32(2 * n * count)
  const every = kernels.float32(2 * n * count)
  let edges = 0
  let heaviest = 0
  for (let i = 0; i < n; i++) {
    const first = edges
    for (let e = i * count; e < (i + 1) * count && ids[e] >= 0; e++) {
      neighbours[edges] = ids[e]
      every[edges++] = weights[e]
    }
    const own = edges
    for (let e = incoming.starts[i]; e < incoming.starts[i + 1]; e++) {
      const from = Math.floor(incoming.edges[e] / count)
      const weight = weights[incoming.edges[e]]
      let twin = first
      while (twin < own && neighbours[twin] !== from) twin++
      if (twin < own) every[twin] += weight - every[twin] * weight
      else {
        neighbours[edges] = from
        every[edges++] = weight
      }
    }
    for (let e = first; e < edges; e++) heaviest = Math.max(heaviest, every[e])
    starts[i + 1] = edges
  }
  for (let e = 0; e < edges; e++) every[e] = every[e] * rounds < heaviest ? Infinity : heaviest / every[e]
  const due = kernels.float32(edges)
  due.set(every.subarray(0, edges))
  return { n, starts, neighbours, every, due }
}

/** For each paper, the places in `ids` that name it, ascending, as compressed rows. */
function incomingEdges(ids: Int32Array, n: number, count: number): { starts: Int32Array; edges: Int32Array } {
  const starts = new Int32Array(n + 1)
  for (const id of ids) if (id >= 0) starts[id + 1]++
  for (let i = 0; i < n; i++) starts[i + 1] += starts[i]
  const next = starts.slice()
  const edges = new Int32Array(starts[n])
  for (let e = 0; e < n * count; e++) if (ids[e] >= 0) edges[next[ids[e]]++] = e
  return { starts, edges }
}
