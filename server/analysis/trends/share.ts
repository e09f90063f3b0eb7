import type { TrendPoint } from '../../../shared/trend.ts'
import { betaQuantile } from '../math/beta.ts'
import type { Timeline, Timespan } from './timeline.ts'

/**
 * Jeffreys interval of a share: `hits` of `total`, 95%. The ends are 0 and 1 where nothing, or everything, hit.
 * Source: Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001).
 */
export function jeffreysInterval(hits: number, total: number): { low: number; high: number } {
  return {
    low: hits === 0 ? 0 : betaQuantile(0.025, hits + 0.5, total - hits + 0.5),
    high: hits === total ? 1 : betaQuantile(0.975, hits + 0.5, total - hits + 0.5),
  }
}

/** Papers per period of a set of papers (numbers): length periods. */
export function countByPeriod({ periods, periodOf }: Timeline, papers: ArrayLike<number>): Int32Array {
  const counts = new Int32Array(periods.length)
  for (let i = 0; i < papers.length; i++) if (periodOf[papers[i]] >= 0) counts[periodOf[papers[i]]]++
  return counts
}

/** The points of a series, one a period, zero-filled; share and interval are null where the period has no papers at all. */
export function trendPoints(timeline: Timespan, counts: Int32Array): TrendPoint[] {
  return timeline.periods.map(({ label }, i) => {
    const total = timeline.totals[i]
    const papers = counts[i]
    const { low, high } = jeffreysInterval(papers, total)
    const interval = total === 0 ? { low: null, high: null } : { low: roundShare(low), high: roundShare(high) }
    return {
      period: label,
      papers,
      total,
      share: total === 0 ? null : roundShare(papers / total),
      ...interval,
      complete: timeline.complete[i],
    }
  })
}

/** Six decimals: what the files show, so that every road shows the same number. */
export const roundShare = (value: number): number => Math.round(value * 1e6) / 1e6

/** Counts as a list: a series has hundreds, and to spread them takes six times as long. */
export function listOf(counts: Int32Array): number[] {
  const list = new Array<number>(counts.length)
  for (let i = 0; i < counts.length; i++) list[i] = counts[i]
  return list
}
