import { roundShare } from './share.ts'
import type { Timeline } from './timeline.ts'

/** Standard errors by which a share may be lower than it looks, when the highest is sought: one, for two would favour large periods. */
const Z = 1

/** The period in which a series is first seen, and the one of its highest share; null where it has no dated papers. */
export interface Landmarks {
  from: string | null
  peak: string | null
}

/**
 * First and highest period of a series (papers of each period). Periods that tests pass over neither begin nor crown it, unless there
 * are no others; the highest is the one whose share less its standard error is highest, so that two papers of ten are no peak.
 * `within`: numbers of the first and last period of the stretch that a test found, in or beside which the peak must lie; null for anywhere.
 */
export function landmarksOf(
  timeline: Timeline,
  counts: Int32Array,
  within: { from: number; to: number } | null = null,
): Landmarks {
  const { periods, totals, tested, complete } = timeline
  const seen = periods.flatMap((_, i) => (counts[i] > 0 ? [i] : []))
  const filled = seen.filter((i) => tested[i])
  const whole = filled.length > 0 ? filled : seen.filter((i) => complete[i])
  // A stretch ends where it is surest, which may be short of its highest period; a chance maximum far away is none of it.
  const reach =
    within === null ? 0 : Math.max(within.to - within.from + 1, Math.ceil(tested.filter(Boolean).length / 5))
  const near = within === null ? null : { from: within.from - reach, to: within.to + reach }
  let peak: number | null = null
  let highest = -1
  // Where even the share itself is lower there is no need of its interval.
  for (const i of whole) {
    if (near !== null && (i < near.from || i > near.to)) continue
    if (counts[i] / totals[i] <= highest) continue
    const low = surely(counts[i], totals[i])
    if (low <= highest) continue
    highest = low
    peak = i
  }
  const first = filled[0] ?? seen[0]
  return {
    from: first === undefined ? null : periods[first].label,
    peak: peak === null ? null : periods[peak].label,
  }
}

/**
 * A share less its standard error (lower end of the score interval), which thousands of series can afford in every period.
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
function surely(papers: number, total: number): number {
  const share = papers / total
  const z2 = Z * Z
  const spread = Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total))
  return (share + z2 / (2 * total) - spread) / (1 + z2 / total)
}

/** Six decimals, and null for null. */
export const roundOrNull = (value: number | null): number | null => (value === null ? null : roundShare(value))
