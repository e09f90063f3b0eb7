/**
 * Nearest of k unit vectors for each of n unit vectors, by cosine. All matrices row-major.
 * `assignment[i]` gets the nearest centroid (ties: the lower number), `similarity[i]` its cosine.
 * Returns how many assignments changed. A zero vector goes to centroid 0 with similarity 0.
 */
export function assignDense(
  vectors: Float32Array,
  n: number,
  dimensions: number,
  centroids: Float32Array,
  k: number,
  assignment: Int32Array,
  similarity: Float32Array,
): number {
  let changed = 0
  for (let i = 0; i < n; i++) {
    const at = i * dimensions
    let best = 0
    let bestSimilarity = -Infinity
    for (let c = 0; c < k; c++) {
      const to = c * dimensions
      // Four sums break the chain of additions that the processor would wait on.
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      let d = 0
      for (; d + 3 < dimensions; d += 4) {
        s0 += vectors[at + d] * centroids[to + d]
        s1 += vectors[at + d + 1] * centroids[to + d + 1]
        s2 += vectors[at + d + 2] * centroids[to + d + 2]
        s3 += vectors[at + d + 3] * centroids[to + d + 3]
      }
      for (; d < dimensions; d++) s0 += vectors[at + d] * centroids[to + d]
      const s = s0 + s1 + (s2 + s3)
      if (s > bestSimilarity) {
        bestSimilarity = s
        best = c
      }
    }
    if (assignment[i] !== best) changed++
    assignment[i] = best
    similarity[i] = bestSimilarity
  }
  return changed
}
