/** Papers that are pushed apart so that no two points cover each other. */
const FEW = 1000

/**
 * Brings a layout (n × 2) into map units: its middle at 0, 98% of the papers within [−1, 1] on the longer axis, strays drawn in
 * to 1.15, and in small collections no two papers closer than a dot.
 */
export function spread(place: Float32Array, n: number): Float32Array {
  const fitted = new Float32Array(n * 2)
  let half = 0
  const middle = [0, 1].map((axis) => {
    const sorted = Float32Array.from({ length: n }, (_, i) => place[i * 2 + axis]).sort()
    const cut = Math.floor(n * 0.01)
    const low = sorted[cut]
    const high = sorted[n - 1 - cut]
    half = Math.max(half, (high - low) / 2)
    return (low + high) / 2
  })
  const scale = half > 0 ? 1 / half : 1
  for (let i = 0; i < n * 2; i++) {
    const value = (place[i] - middle[i % 2]) * scale
    const beyond = Math.abs(value) - 1
    fitted[i] = beyond > 0 ? Math.sign(value) * (1 + (0.15 * beyond) / (beyond + 0.15)) : value
  }
  if (n <= FEW) pushApart(fitted, n, Math.min(0.12, 0.5 / Math.sqrt(n)))
  return fitted
}

/** Moves pairs that are closer than `least` apart, both by half, a few rounds. */
function pushApart(place: Float32Array, n: number, least: number): void {
  for (let round = 0; round < 60; round++) {
    let moved = false
    for (let a = 0; a < n; a++) {
      for (let b = a + 1; b < n; b++) {
        let dx = place[b * 2] - place[a * 2]
        let dy = place[b * 2 + 1] - place[a * 2 + 1]
        let distance = Math.sqrt(dx * dx + dy * dy)
        if (distance >= least) continue
        if (distance < 1e-6) {
          // The same place: part them in a direction that depends on their numbers alone.
          dx = (a % 3) - 1 || 1
          dy = (b % 3) - 1
          distance = Math.sqrt(dx * dx + dy * dy)
          dx *= 1e-3
          dy *= 1e-3
          distance *= 1e-3
        }
        const push = (least - distance) / distance / 2
        place[a * 2] -= dx * push
        place[a * 2 + 1] -= dy * push
        place[b * 2] += dx * push
        place[b * 2 + 1] += dy * push
        moved = true
      }
    }
    if (!moved) return
  }
}
