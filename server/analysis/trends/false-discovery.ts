import type { Verdict } from '../../../shared/trend.ts'
import type { TrendTest } from './test-series.ts'

/** The false discovery rate that verdicts keep to. */
export const FALSE_DISCOVERY_RATE = 0.05

/** What a series is called, and how sure that is. */
export interface Judged {
  verdict: Verdict
  /** The smallest false discovery rate at which it counts as a discovery; null where it was not tested. */
  qValue: number | null
}

/**
 * Verdicts of groups of series that were tested together, by the weighted procedure of Benjamini and Hochberg at 5% over all of them:
 * every group has the same weight, however many series it holds, so that thousands of phrases do not drown twenty topics. Where nothing
 * moves, there is a discovery anywhere in at most 5% of cases.
 * Sources: Benjamini and Hochberg, JRSS B 57 (1995); Genovese, Roeder and Wasserman, Biometrika 93 (2006), for the weights.
 */
export function judge(groups: readonly (readonly TrendTest[])[]): Judged[][] {
  const counts = groups.map((group) => group.filter(({ p }) => p !== null).length)
  const all = counts.reduce((a, b) => a + b, 0)
  const filled = counts.filter((count) => count > 0).length
  const tested: { group: number; at: number; p: number }[] = []
  groups.forEach((group, g) =>
    group.forEach(({ p }, at) => {
      if (p !== null) tested.push({ group: g, at, p: (p * filled * counts[g]) / all })
    }),
  )
  tested.sort((a, b) => b.p - a.p || a.group - b.group || a.at - b.at)
  const q = groups.map((group) => new Float64Array(group.length))
  let least = 1
  tested.forEach(({ group, at, p }, fromLargest) => {
    least = Math.min(least, (p * all) / (all - fromLargest))
    q[group][at] = least
  })
  return groups.map((group, g) =>
    group.map(({ p, shape }, at): Judged => {
      if (p === null) return { verdict: 'not enough data', qValue: null }
      const qValue = q[g][at]
      return { verdict: qValue < FALSE_DISCOVERY_RATE ? shape : 'steady', qValue }
    }),
  )
}
