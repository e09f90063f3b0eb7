/** Members that are compared at most. */
const LOOKED_AT = 400

/** Where a group's label stands: the member with most other members around it. `place`: n × 2; `members` not empty. */
export function labelPlace(place: Float32Array, members: readonly number[], radius = 0.12): { x: number; y: number } {
  const step = Math.max(1, Math.floor(members.length / LOOKED_AT))
  const looked = members.filter((_, i) => i % step === 0)
  let best = looked[0]
  let most = -1
  for (const a of looked) {
    let around = 0
    for (const b of looked) {
      const dx = place[a * 2] - place[b * 2]
      const dy = place[a * 2 + 1] - place[b * 2 + 1]
      const distance = (dx * dx + dy * dy) / (radius * radius)
      if (distance < 4) around += 1 / (1 + distance)
    }
    if (around > most) {
      most = around
      best = a
    }
  }
  return { x: place[best * 2], y: place[best * 2 + 1] }
}
