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
  const whole = k - (k % 4)
  for (let i = 0; i < n; i++) {
    const at = i * dimensions
    let best = 0
    let bestSimilarity = -Infinity
    let c = 0
    // Four centroids at a time: each value of the vector is loaded once for four products.
    for (; c < whole; c += 4) {
      const a = c * dimensions
      const b = a + dimensions
      const e = b + dimensions
      const f = e + dimensions
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      for (let d = 0; d < dimensions; d++) {
        const value = vectors[at + d]
        s0 += value * centroids[a + d]
        s1 += value * centroids[b + d]
        s2 += value * centroids[e + d]
        s3 += value * centroids[f + d]
      }
      if (s0 > bestSimilarity) {
        bestSimilarity = s0
        best = c
      }
      if (s1 > bestSimilarity) {
        bestSimilarity = s1
        best = c + 1
      }
      if (s2 > bestSimilarity) {
        bestSimilarity = s2
        best = c + 2
      }
      if (s3 > bestSimilarity) {
        bestSimilarity = s3
        best = c + 3
      }
    }
    for (; c < k; c++) {
      let s = 0
      for (let d = 0; d < dimensions; d++) s += vectors[at + d] * centroids[c * dimensions + d]
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
