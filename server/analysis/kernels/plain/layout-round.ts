import type { Kernels } from '../kernels.ts'

const { fround } = Math
const NEGATIVES = 4
const LONGEST_STEP = 4
const LEAST = fround(0.001)

export const layoutRound: Kernels['layoutRound'] = (
  { n, starts, neighbours, every, due },
  before,
  after,
  { round, rate, seed },
) => {
  const step = fround(rate)
  const px = new Float32Array(NEGATIVES)
  const py = new Float32Array(NEGATIVES)
  for (let i = 0; i < n; i++) {
    let x = before[i * 2]
    let y = before[i * 2 + 1]
    let state = mix(mix(seed ^ round) ^ i)
    for (let e = starts[i]; e < starts[i + 1]; e++) {
      if (due[e] > round) continue
      due[e] += every[e]
      const other = neighbours[e] * 2
      const dx = fround(x - before[other])
      const dy = fround(y - before[other + 1])
      const pull = fround(-2 / fround(fround(1 + fround(dx * dx)) + fround(dy * dy)))
      x = fround(x + fround(limit(fround(pull * dx)) * step))
      y = fround(y + fround(limit(fround(pull * dy)) * step))
      for (let s = 0; s < NEGATIVES; s++) {
        state ^= state << 13
        state ^= state >>> 17
        state ^= state << 5
        const j = Math.floor(((state >>> 0) * n) / 2 ** 32) * 2
        const qx = fround(x - before[j])
        const qy = fround(y - before[j + 1])
        const squared = fround(fround(qx * qx) + fround(qy * qy))
        const push = fround(2 / fround(fround(LEAST + squared) * fround(1 + squared)))
        px[s] = limit(fround(push * qx))
        py[s] = limit(fround(push * qy))
      }
      x = fround(x + fround(sum(px) * step))
      y = fround(y + fround(sum(py) * step))
    }
    after[i * 2] = x
    after[i * 2 + 1] = y
  }
}

function sum(four: Float32Array): number {
  return fround(fround(four[0] + four[1]) + fround(four[2] + four[3]))
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
