import type { TrendSeries } from '../../../shared/charts/trend-series.ts'
import { booleanCell, numberCell, textCell } from '../../../shared/csv.ts'
import type { Bin } from '../../../shared/period.ts'

/** The lines of a chart as CSV: one row a line and period; text safe for spreadsheets. */
export function seriesCsv(series: readonly TrendSeries[]): string {
  const rows = series.flatMap((one) =>
    one.points.map((point) =>
      [
        textCell(one.label),
        textCell(point.period),
        numberCell(point.papers),
        numberCell(point.total),
        numberCell(point.share),
        numberCell(point.low),
        numberCell(point.high),
        booleanCell(point.complete),
      ].join(','),
    ),
  )
  return ['line,period,papers,total,share,low,high,complete', ...rows, ''].join('\n')
}

/** The same as JSON. */
export function seriesJson(series: readonly TrendSeries[], bin: Bin): string {
  return `${JSON.stringify({ bin, series: series.map(({ label, points }) => ({ label, points })) }, null, 2)}\n`
}
