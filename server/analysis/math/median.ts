/**
 * The median of some numbers, the mean of the middle two where they are even in number; the numbers are put into another order. At least one, none NaN.
 * Source: Hoare, "Algorithm 65: find", Commun. ACM 4 (1961), with the median of three for a pivot.
 */
export function median(values: Float64Array): number {
  const upper = values.length >> 1
  const above = select(values, upper)
  if (values.length % 2 === 1) return above
  // What stands before the place is no larger, so that the other middle one is the largest there.
  let below = values[0]
  for (let i = 1; i < upper; i++) if (values[i] > below) below = values[i]
  return (below + above) / 2
}

/** Puts the number that sorting would put at a place there, no larger ones before it and no smaller ones behind. */
function select(values: Float64Array, place: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = middleOf(values[low], values[(low + high) >> 1], values[high])
    let i = low
    let j = high
    while (i <= j) {
      while (values[i] < pivot) i++
      while (values[j] > pivot) j--
      if (i > j) break
      const value = values[i]
      values[i++] = values[j]
      values[j--] = value
    }
    if (place <= j) high = j
    else if (place >= i) low = i
    else break
  }
  return values[place]
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
