const { fround } = Math

/** Calls `each` with the first `used` of a paper's neighbours and the part that each has by squared similarity, unless it is missing (−1) or unlike the paper. */
export function forShares(
  { count, ids, similarity }: { count: number; ids: Int32Array; similarity: Float32Array },
  paper: number,
  used: number,
  each: (neighbour: number, share: number) => void,
): void {
  const first = paper * count
  let total = 0
  for (let e = first; e < first + used; e++) {
    if (ids[e] >= 0 && similarity[e] > 0) total += fround(similarity[e] * similarity[e])
  }
  for (let e = first; e < first + used; e++) {
    if (ids[e] >= 0 && similarity[e] > 0) each(ids[e], fround(fround(similarity[e] * similarity[e]) / total))
  }
}
