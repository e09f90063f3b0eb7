import { exp } from '../math/elementary.ts'
import type { Csr } from '../matrix/csr.ts'

/** Responsibilities below this are taken as none: they would change no count that matters. */
const NEGLIGIBLE = 1e-6

/** What a paper's topic is expected to be from those of its neighbours. */
export interface Influence {
  /** Neighbours that a paper has. */
  count: number
  /** papers × count: number of the neighbour, −1 for none. */
  ids: Int32Array
  /** papers × count: part of the neighbour in the paper's neighbourhood; a paper's sum to 1, or are all 0. */
  shares: Float32Array
  /** Log-odds that a neighbourhood of one mind is worth. */
  weight: number
}

/**
 * One round of soft EM of a multinomial mixture: how much each topic answers for each paper, and the counts it takes.
 * `counts`: papers × terms. `trust`: per paper, 0–1, how far its words count as independent evidence. `logTheta`: terms × k, ln of
 * each topic's term probabilities. `logPi`: k, ln of the sizes. `before`: papers × k, the responsibilities of the last round, through
 * which neighbours speak. Overwrites `after` (papers × k: the new ones), `termCounts` (terms × k: expected count of the term in the
 * topic) and `sizes` (k: expected papers).
 */
export function mixtureRound(
  counts: Csr,
  trust: Float32Array,
  influence: Influence,
  k: number,
  logTheta: Float32Array,
  logPi: Float64Array,
  before: Float32Array,
  after: Float32Array,
  termCounts: Float32Array,
  sizes: Float64Array,
): void {
  const { starts, indices, values } = counts
  const { count, ids, shares, weight } = influence
  const score = new Float64Array(k)
  termCounts.fill(0)
  sizes.fill(0)
  for (let paper = 0; paper < counts.rows; paper++) {
    score.fill(0)
    for (let e = starts[paper]; e < starts[paper + 1]; e++) {
      const value = values[e]
      const at = indices[e] * k
      for (let c = 0; c < k; c++) score[c] += value * logTheta[at + c]
    }
    for (let c = 0; c < k; c++) score[c] = score[c] * trust[paper] + logPi[c]
    for (let e = paper * count; e < (paper + 1) * count; e++) {
      if (shares[e] === 0) continue
      const voice = weight * shares[e]
      const from = ids[e] * k
      for (let c = 0; c < k; c++) score[c] += voice * before[from + c]
    }
    let highest = -Infinity
    for (let c = 0; c < k; c++) if (score[c] > highest) highest = score[c]
    let total = 0
    for (let c = 0; c < k; c++) {
      const share = score[c] - highest < -14 ? 0 : exp(score[c] - highest)
      score[c] = share
      total += share
    }
    for (let c = 0; c < k; c++) {
      const share = score[c] / total
      after[paper * k + c] = share
      if (share < NEGLIGIBLE) continue
      sizes[c] += share
      for (let e = starts[paper]; e < starts[paper + 1]; e++) termCounts[indices[e] * k + c] += share * values[e]
    }
  }
}
