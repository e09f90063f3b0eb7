import { roundShare } from './share.ts'
import type { Timespan } from './timeline.ts'

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
  timeline: Timespan,
  counts: Int32Array,
  within: { from: number; to: number } | null = null,
): Landmarks {
  const { periods, totals, tested, complete } = timeline
  const first = firstOf(counts, tested)
  const from = first < 0 ? firstOf(counts, null) : first
  const crowning = first < 0 ? complete : tested
  // A stretch ends where it is surest, which may be short of its highest period; a chance maximum far away is none of it.
  const reach =
    within === null ? 0 : Math.max(within.to - within.from + 1, Math.ceil(tested.filter(Boolean).length / 5))
  const start = within === null ? 0 : Math.max(0, within.from - reach)
  const end = within === null ? counts.length - 1 : Math.min(counts.length - 1, within.to + reach)
  let peak = -1
  let highest = -1
  // Where even the share itself is lower there is no need of its interval.
  for (let i = start; i <= end; i++) {
    if (counts[i] === 0 || !crowning[i] || counts[i] / totals[i] <= highest) continue
    const low = surely(counts[i], totals[i])
    if (low <= highest) continue
    highest = low
    peak = i
  }
  return { from: from < 0 ? null : periods[from].label, peak: peak < 0 ? null : periods[peak].label }
}

/** The first period that holds a paper, of those that `may` be it; −1 for none. */
function firstOf(counts: Int32Array, may: readonly boolean[] | null): number {
  for (let i = 0; i < counts.length; i++) if (counts[i] > 0 && (may === null || may[i])) return i
  return -1
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
