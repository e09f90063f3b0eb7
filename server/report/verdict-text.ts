import { thinBelow } from '../../shared/charts/trend-series.ts'
import { formatPercent, formatPeriod } from '../../shared/format.ts'
import type { TrendItem, TrendPoint } from '../../shared/trend.ts'

/** One sentence on how a line moves, from its complete periods; says so where the data allow none. */
export function verdictText(item: TrendItem | undefined): string {
  const points = item?.points.filter((point) => point.complete && point.total > 0) ?? []
  if (item === undefined || points.length === 0) return 'No dated papers, so nothing can be said of its trend.'
  // A thin period is no peak: one paper of five would be. Nor are the decades before a field has papers the first third of its time.
  const thin = thinBelow(item.points, 'share')
  const filled = points.filter((point) => point.total >= thin)
  const firm = filled.length > 0 ? filled : points
  const course = points.slice(points.indexOf(firm[0]))
  const third = Math.ceil(course.length / 3)
  const before = pooled(course.slice(0, third))
  const after = pooled(course.slice(-third))
  const peak = firm.reduce((best, point) => (point.share! > best.share! ? point : best))
  switch (item.verdict) {
    case 'emerging':
      return `Emerging: from ${before} to ${after}.`
    case 'declining':
      return `Declining: from ${before} to ${after}.`
    case 'peaked':
      return `Peaked in ${formatPeriod(peak.period)} with ${formatPercent(peak.share!)}; ${after} lately.`
    case 'steady':
      return `Steady: ${before} at first, ${after} lately, no clear rise or fall.`
    case 'not enough data':
      return 'Not enough data to say whether it rises or falls.'
  }
}

/** The share over several periods together: `4.1% in 2021–2024`. */
function pooled(points: readonly TrendPoint[]): string {
  const papers = points.reduce((sum, point) => sum + point.papers, 0)
  const total = points.reduce((sum, point) => sum + point.total, 0)
  const first = formatPeriod(points[0].period)
  const last = formatPeriod(points.at(-1)!.period)
  const span = first === last ? first : /^\d{4}$/.test(first) ? `${first}–${last}` : `${first} to ${last}`
  return `${formatPercent(papers / total)} in ${span}`
}
