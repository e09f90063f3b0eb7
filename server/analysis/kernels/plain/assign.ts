import type { Kernels } from '../kernels.ts'
import { cosine } from './whole-vectors.ts'

export const assign: Kernels['assign'] = (vectors, n, dimensions, centroids, k, assignment, similarity) => {
  let changed = 0
  for (let i = 0; i < n; i++) {
    let best = 0
    let high = -Infinity
    for (let c = 0; c < k; c++) {
      const s = cosine(vectors, i * dimensions, centroids, c * dimensions, dimensions)
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
