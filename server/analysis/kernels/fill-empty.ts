/** Gives each empty cluster the vector that fits its own cluster worst. */
export function fillEmpty(assignment: Int32Array, similarity: Float32Array, n: number, k: number): void {
  const sizes = new Int32Array(k)
  for (let i = 0; i < n; i++) sizes[assignment[i]]++
  for (let c = 0; c < k; c++) {
    if (sizes[c] > 0) continue
    let worst = -1
    for (let i = 0; i < n; i++) {
      if (sizes[assignment[i]] > 1 && (worst < 0 || similarity[i] < similarity[worst])) worst = i
    }
    if (worst < 0) return
    sizes[assignment[worst]]--
    assignment[worst] = c
    similarity[worst] = 1
    sizes[c] = 1
  }
}
