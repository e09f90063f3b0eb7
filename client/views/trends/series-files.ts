import { smoothSeries } from '../../../shared/charts/smooth-series.ts'
import type { TrendSeries } from '../../../shared/charts/trend-series.ts'
import { booleanCell, numberCell, textCell } from '../../../shared/csv.ts'
import type { Bin } from '../../../shared/period.ts'

/** The lines of a chart as CSV: one row a line and period; text safe for spreadsheets. A column `smoothed` where `smooth` is above 0. */
export function seriesCsv(series: readonly TrendSeries[], smooth = 0): string {
  const rows = smoothSeries(series, smooth).flatMap((one) =>
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
        ...(smooth > 0 ? [numberCell(point.smoothed ?? null)] : []),
      ].join(','),
    ),
  )
  const head = `line,period,papers,total,share,low,high,complete${smooth > 0 ? ',smoothed' : ''}`
  return [head, ...rows, ''].join('\n')
}

/** The same as JSON, with the bursts of each line. */
export function seriesJson(series: readonly TrendSeries[], bin: Bin, smooth = 0): string {
  const lines = smoothSeries(series, smooth).map(({ label, points, bursts }) => ({ label, points, bursts }))
  return `${JSON.stringify({ bin, smooth, series: lines }, null, 2)}\n`
}
