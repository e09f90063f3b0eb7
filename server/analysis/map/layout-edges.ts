import type { Kernels } from '../kernels/kernels.ts'
import type { LayoutEdges } from '../kernels/layout-kernels.ts'
import { log2 } from '../math/elementary.ts'
import type { Neighbours } from '../vectors/neighbours.ts'

/**
 * The fuzzy neighbour graph of UMAP over the first `used` neighbours, each edge in both directions: each paper's similarities become probabilities by a bandwidth of its own,
 * then a pair is joined by a + b − ab. Source: McInnes, Healy and Melville, "UMAP", arXiv:1802.03426, 3.1.
 */
export function layoutEdges(kernels: Kernels, { n, count, ids, similarity }: Neighbours, used: number): LayoutEdges {
  const values = kernels.float32(n * used)
  kernels.edgeWeights(ids, similarity, n, count, used, log2(Math.max(2, used)), values)
  const indices = kernels.bareInt32(n * used)
  const starts = kernels.int32(n + 1)
  let edges = 0
  for (let i = 0; i < n; i++) {
    for (let e = 0; e < used && ids[i * count + e] >= 0; e++) {
      indices[edges] = ids[i * count + e]
      values[edges++] = values[i * used + e]
    }
    starts[i + 1] = edges
  }
  const own = { rows: n, columns: n, starts, indices: indices.subarray(0, edges), values: values.subarray(0, edges) }
  return kernels.joinEdges(own, kernels.transpose(own))
}
