import { joinParts, partItems } from '../join-parts.ts'
import type { Kernels } from '../kernels.ts'

export const sums: Kernels['sums'] = (vectors, n, dimensions, assignment, k) => {
  const shard = partItems(n)
  const parts = new Float64Array(Math.ceil(n / shard) * k * dimensions)
  for (let i = 0; i < n; i++) {
    if (assignment[i] < 0) continue
    const to = (Math.floor(i / shard) * k + assignment[i]) * dimensions
    for (let d = 0; d < dimensions; d++) parts[to + d] += vectors[i * dimensions + d]
  }
  return joinParts(parts, Math.ceil(n / shard), k * dimensions)
}
