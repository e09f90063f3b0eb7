import type { Burst } from '../../../shared/trend.ts'
import { log } from '../math/elementary.ts'
import { roundShare } from './share.ts'
import type { Timespan } from './timeline.ts'

/** How many times the usual share a burst runs at, and what it costs to begin one. */
const S = 2
const GAMMA = 1

/**
 * Bursts of a series (papers of each period), oldest first: the cheapest way through two states, the usual share and twice that, where
 * stepping up costs γ·ln m over m periods. Periods that are not complete, or hold nothing, count for nothing.
 * Source: Kleinberg, "Bursty and hierarchical structure in streams", KDD 2002, section 4 (batched arrivals), with s = 2, γ = 1 and two
 * states; of a share of a half or more, twice is taken as halfway to 1.
 */
export function burstsOf({ periods, totals, complete }: Timespan, counts: Int32Array): Burst[] {
  let hits = 0
  let all = 0
  periods.forEach((_, i) => {
    if (!complete[i]) return
    hits += counts[i]
    all += totals[i]
  })
  if (hits === 0 || hits === all) return []
  const usual = hits / all
  const high = S * usual < 1 ? Math.min(S * usual, (1 + usual) / 2) : (1 + usual) / 2
  const forHit = log(high / usual)
  const forMiss = log((1 - high) / (1 - usual))
  const m = periods.length
  /** Period → how much better the high share explains it: the difference of the two states' costs. */
  const gain = new Float64Array(m)
  for (let i = 0; i < m; i++) gain[i] = complete[i] ? counts[i] * forHit + (totals[i] - counts[i]) * forMiss : 0
  const up = GAMMA * log(m)
  const cameUp = new Uint8Array(m)
  const stayedUp = new Uint8Array(m)
  // Costs against being low all the way; to step down costs nothing.
  let low = 0
  let raised = Infinity
  for (let i = 0; i < m; i++) {
    const nextRaised = Math.min(low + up, raised) - gain[i]
    cameUp[i] = low + up < raised ? 1 : 0
    stayedUp[i] = raised < low ? 1 : 0
    low = Math.min(low, raised)
    raised = nextRaised
  }
  const bursts: Burst[] = []
  let isHigh = raised < low
  let to = m - 1
  let weight = 0
  for (let i = m - 1; i >= 0; i--) {
    if (isHigh) {
      weight += gain[i]
      if (cameUp[i] === 1) {
        bursts.push({ from: periods[i].label, to: periods[to].label, weight: roundShare(weight) })
        isHigh = false
        weight = 0
      }
    } else if (stayedUp[i] === 1) {
      // Low here, and high the period before.
      isHigh = true
      to = i - 1
    }
  }
  return bursts.reverse()
}
