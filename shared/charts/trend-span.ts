import type { TrendSeries } from './trend-series.ts'

/** Share of all papers that the sparse beginning of a collection may hold and still be left out of a drawing. */
const SPARSE = 0.01

/**
 * Leaves out the first periods that hold 1% of the papers together: where a year has two papers, a share is 0 or 50%, and one such
 * point flattens all that follows. The series must share their periods. `papers` is how many papers were left out.
 */
export function leaveOutSparseStart(series: readonly TrendSeries[]): {
  series: TrendSeries[]
  from: string | null
  papers: number
} {
  const totals = series[0]?.points.map((point) => point.total) ?? []
  const all = totals.reduce((sum, total) => sum + total, 0)
  let first = 0
  let papers = 0
  while (first < totals.length - 1 && papers + totals[first] <= all * SPARSE) papers += totals[first++]
  return {
    series: series.map((one) => ({ ...one, points: one.points.slice(first) })),
    from: series[0]?.points[first]?.period ?? null,
    papers,
  }
}
