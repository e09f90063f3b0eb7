/** Members that are compared at most. */
const LOOKED_AT = 400

/** Where a group's label stands: the member with most other members around it. `place`: n × 2; `members` not empty. */
export function labelPlace(place: Float32Array, members: readonly number[], radius = 0.12): { x: number; y: number } {
  const step = Math.max(1, Math.floor(members.length / LOOKED_AT))
  const looked = members.filter((_, i) => i % step === 0)
  const x = Float32Array.from(looked, (member) => place[member * 2])
  const y = Float32Array.from(looked, (member) => place[member * 2 + 1])
  const square = radius * radius
  let best = 0
  let most = -1
  for (let a = 0; a < x.length; a++) {
    let around = 0
    for (let b = 0; b < x.length; b++) {
      const dx = x[a] - x[b]
      const dy = y[a] - y[b]
      const distance = (dx * dx + dy * dy) / square
      if (distance < 4) around += 1 / (1 + distance)
    }
    if (around > most) {
      most = around
      best = a
    }
  }
  return { x: x[best], y: y[best] }
}
