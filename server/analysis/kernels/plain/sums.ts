import type { Kernels } from '../kernels.ts'

export const sums: Kernels['sums'] = (vectors, n, dimensions, assignment, k) => {
  const sums = new Float64Array(k * dimensions)
  for (let i = 0; i < n; i++) {
    if (assignment[i] < 0) continue
    const to = assignment[i] * dimensions
    for (let d = 0; d < dimensions; d++) sums[to + d] += vectors[i * dimensions + d]
  }
  return sums
}
