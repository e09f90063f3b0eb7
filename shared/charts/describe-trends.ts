import { formatPeriod, formatPoint, plural } from '../format.ts'
import { thinBelow, valueOf } from './trend-series.ts'
import type { TrendMode, TrendSeries } from './trend-series.ts'

/** What a trend chart shows, in sentences: one a line, with its highest and its newest complete period. */
export function describeTrends(series: readonly TrendSeries[], mode: TrendMode = 'share'): string {
  const periods = series[0]?.points ?? []
  const what = mode === 'share' ? 'share of papers' : 'number of papers'
  if (periods.length === 0) return `No dated papers, so no ${what} over time.`
  const span = `${formatPeriod(periods[0].period)} to ${formatPeriod(periods.at(-1)!.period)}`
  const lines = series.map((one) => {
    const known = one.points.filter((point) => valueOf(point, mode) !== null)
    const complete = known.filter((point) => point.complete)
    const firm = complete.filter((point) => point.total >= thinBelow(one.points, mode))
    const points = firm.length > 0 ? firm : known
    const peak = points.reduce(
      (best, point) => (valueOf(point, mode)! > valueOf(best, mode)! ? point : best),
      points[0],
    )
    if (peak === undefined || peak.papers === 0) return `${one.label}: no papers.`
    return `${one.label}: highest with ${formatPoint(peak)}; last ${formatPoint(points.at(-1)!)}.`
  })
  const toDate = periods.some((point) => !point.complete) ? ' The last period is not complete.' : ''
  return `${plural(series.length, 'line')}, ${what} per period, ${span}. ${lines.join(' ')}${toDate}`
}
