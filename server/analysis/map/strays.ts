/** How far out papers stand that no term ties to any other. */
const RIM = 1.2

/**
 * Spreads a layout of some papers (`rows`: which ones) over all n; the others stand in a row on the lower rim, where they can be
 * seen but mix with nothing. Returns n × 2.
 */
export function placeStrays(place: Float32Array, rows: Int32Array, n: number): Float32Array {
  const all = new Float32Array(n * 2)
  const placed = new Uint8Array(n)
  rows.forEach((paper, i) => {
    placed[paper] = 1
    all[paper * 2] = place[i * 2]
    all[paper * 2 + 1] = place[i * 2 + 1]
  })
  const strays = n - rows.length
  let next = 0
  for (let paper = 0; paper < n; paper++) {
    if (placed[paper] === 1) continue
    all[paper * 2] = strays === 1 ? 0 : -1 + (2 * next) / (strays - 1)
    all[paper * 2 + 1] = -RIM
    next++
  }
  return all
}
