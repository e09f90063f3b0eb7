import { exp } from '../math/elementary.ts'
import type { Csr } from '../matrix/csr.ts'

/** Responsibilities below this are taken as none: they would change no count that matters. */
const NEGLIGIBLE = 1e-6

/**
 * One round of soft EM of a multinomial mixture: how much each topic answers for each paper, and the counts it takes.
 * `counts`: papers × terms. `logTheta`: terms × k, ln of each topic's term probabilities. `logPi`: k, ln of the sizes.
 * Overwrites `termCounts` (terms × k: expected count of the term in the topic), `sizes` (k: expected papers),
 * `best` and `bestShare` (per paper: the topic that answers most, and its responsibility 0–1).
 * Returns the log-likelihood.
 */
export function mixtureRound(
  counts: Csr,
  k: number,
  logTheta: Float32Array,
  logPi: Float64Array,
  termCounts: Float32Array,
  sizes: Float64Array,
  best: Int32Array,
  bestShare: Float32Array,
): number {
  const { starts, indices, values } = counts
  const score = new Float64Array(k)
  termCounts.fill(0)
  sizes.fill(0)
  let likelihood = 0
  for (let paper = 0; paper < counts.rows; paper++) {
    score.set(logPi)
    for (let e = starts[paper]; e < starts[paper + 1]; e++) {
      const value = values[e]
      const at = indices[e] * k
      for (let c = 0; c < k; c++) score[c] += value * logTheta[at + c]
    }
    let top = 0
    for (let c = 1; c < k; c++) if (score[c] > score[top]) top = c
    let total = 0
    const highest = score[top]
    for (let c = 0; c < k; c++) {
      const share = score[c] - highest < -14 ? 0 : exp(score[c] - highest)
      score[c] = share
      total += share
    }
    best[paper] = top
    bestShare[paper] = score[top] / total
    for (let c = 0; c < k; c++) {
      const share = score[c] / total
      if (share < NEGLIGIBLE) continue
      sizes[c] += share
      for (let e = starts[paper]; e < starts[paper + 1]; e++) termCounts[indices[e] * k + c] += share * values[e]
    }
    likelihood += highest
  }
  return likelihood
}
