import type { Kernels } from '../kernels.ts'
import { cosine, toWhole } from './whole-vectors.ts'

export const assign: Kernels['assign'] = (vectors, n, dimensions, centroids, k, assignment, similarity) => {
  const [own, others] = [toWhole(vectors.subarray(0, n * dimensions)), toWhole(centroids.subarray(0, k * dimensions))]
  let changed = 0
  for (let i = 0; i < n; i++) {
    let best = 0
    let high = -Infinity
    for (let c = 0; c < k; c++) {
      const s = cosine(own, i * dimensions, others, c * dimensions, dimensions)
      if (s > high) {
        high = s
        best = c
      }
    }
    if (assignment[i] !== best) changed++
    assignment[i] = best
    similarity[i] = high
  }
  return changed
}
