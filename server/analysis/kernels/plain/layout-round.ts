import type { Kernels } from '../kernels.ts'
import { scatter } from '../scatter.ts'

const { fround } = Math
const NEGATIVES = 4
const LONGEST_STEP = 4
const PUSH = 2
const LEAST = fround(0.001)
/** What tells the four sequences of random numbers of a paper apart. */
const SEQUENCES = [0x2545f491, 0x6c8e9cf5, 0x1b873593, 0x7feb352d]

export const layoutRound: Kernels['layoutRound'] = (
  { n, starts, neighbours, weights, heaviest },
  before,
  after,
  { round, rate, seed },
) => {
  const step = fround(rate)
  const [now, last] = [fround(round / heaviest), fround((round - 1) / heaviest)]
  const start = seed ^ scatter(round)
  const states = new Int32Array(NEGATIVES)
  const px = new Float32Array(NEGATIVES)
  const py = new Float32Array(NEGATIVES)
  for (let i = 0; i < n; i++) {
    let x = before[i * 2]
    let y = before[i * 2 + 1]
    const [fromX, fromY] = [x, y]
    begin(states, start ^ scatter(i))
    px.fill(0)
    py.fill(0)
    for (let e = starts[i]; e < starts[i + 1]; e++) {
      if (Math.floor(fround(weights[e] * now)) <= Math.floor(fround(weights[e] * last))) continue
      const other = neighbours[e] * 2
      const dx = fround(x - before[other])
      const dy = fround(y - before[other + 1])
      // No longer than 1, whatever the distance.
      const pull = fround(-2 / fround(fround(1 + fround(dx * dx)) + fround(dy * dy)))
      x = fround(x + fround(fround(pull * dx) * step))
      y = fround(y + fround(fround(pull * dy) * step))
      for (let s = 0; s < NEGATIVES; s++) {
        const j = Math.floor((advance(states, s) * n) / 2 ** 32) * 2
        const qx = fround(fromX - before[j])
        const qy = fround(fromY - before[j + 1])
        const squared = fround(fround(qx * qx) + fround(qy * qy))
        const push = fround((2 * PUSH) / fround(fround(LEAST + squared) * fround(1 + squared)))
        px[s] += limit(fround(push * qx))
        py[s] += limit(fround(push * qy))
      }
    }
    after[i * 2] = x + fround(sum(px) * step)
    after[i * 2 + 1] = y + fround(sum(py) * step)
  }
}

function sum(four: Float32Array): number {
  return fround(fround(four[0] + four[1]) + fround(four[2] + four[3]))
}

function limit(step: number): number {
  return Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, step))
}

/** A state for each sequence, none of them 0. */
function begin(states: Int32Array, start: number): void {
  SEQUENCES.forEach((sequence, s) => {
    const z = Math.imul(start ^ sequence, 0x5bd1e995)
    states[s] = (z ^ (z >>> 15)) | 1
  })
}

/** The next number of a sequence, 32 bits, by Marsaglia's xorshift32. */
function advance(states: Int32Array, s: number): number {
  let z = states[s]
  z ^= z << 13
  z ^= z >>> 17
  z ^= z << 5
  states[s] = z
  return z >>> 0
}
