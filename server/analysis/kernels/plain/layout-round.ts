import type { Kernels } from '../kernels.ts'

const NEGATIVES = 5
const LONGEST_STEP = 4

export const layoutRound: Kernels['layoutRound'] = (
  { n, starts, neighbours, every, due },
  before,
  after,
  { round, rate, seed },
) => {
  for (let i = 0; i < n; i++) {
    let x = before[i * 2]
    let y = before[i * 2 + 1]
    let state = mix(mix(seed ^ round) ^ i)
    for (let e = starts[i]; e < starts[i + 1]; e++) {
      if (due[e] > round) continue
      due[e] += every[e]
      const other = neighbours[e] * 2
      const dx = x - before[other]
      const dy = y - before[other + 1]
      const pull = -2 / (1 + dx * dx + dy * dy)
      x += limit(pull * dx) * rate
      y += limit(pull * dy) * rate
      for (let s = 0; s < NEGATIVES; s++) {
        state ^= state << 13
        state ^= state >>> 17
        state ^= state << 5
        const j = Math.floor(((state >>> 0) * n) / 2 ** 32)
        if (j === i) continue
        const qx = x - before[j * 2]
        const qy = y - before[j * 2 + 1]
        const squared = qx * qx + qy * qy
        const push = 2 / ((0.001 + squared) * (1 + squared))
        x += limit(push * qx) * rate
        y += limit(push * qy) * rate
      }
    }
    after[i * 2] = x
    after[i * 2 + 1] = y
  }
}

function limit(step: number): number {
  return step > LONGEST_STEP ? LONGEST_STEP : step < -LONGEST_STEP ? -LONGEST_STEP : step
}

/** Scatters a number over all 32 bits, never to 0 (MurmurHash3's last step). */
function mix(value: number): number {
  let z = value | 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  z ^= z >>> 16
  return z === 0 ? 1 : z
}
