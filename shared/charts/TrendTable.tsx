import type { ReactElement } from 'react'
import { formatCount, formatPercent, formatPeriod, formatPoint } from '../format.ts'
import type { TrendPoint } from '../trend.ts'
import type { TrendMode, TrendSeries } from './trend-series.ts'
import { periodsOf } from './trend-series.ts'

export interface TrendTableProps {
  series: readonly TrendSeries[]
  /** Default `share`. */
  mode?: TrendMode
  caption: string
  /** What a number leads to; without it they are plain. */
  onPoint?: (series: TrendSeries, point: TrendPoint) => void
}

/** The same numbers as a trend chart, as a table: one row a period, one column a line. */
export function TrendTable({ series, mode = 'share', caption, onPoint }: TrendTableProps): ReactElement {
  const columns = series.map((one) => ({ ...one, byPeriod: new Map(one.points.map((point) => [point.period, point])) }))
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periodsOf(series).map((period) => (
          <tr key={period}>
            <th scope="row">
              {formatPeriod(period)}
              {columns.some((column) => column.byPeriod.get(period)?.complete === false) && ' (to date)'}
            </th>
            {columns.map((column) => {
              const point = column.byPeriod.get(period)
              const share = point?.share ?? null
              const text =
                mode === 'counts' ? formatCount(point?.papers ?? 0) : share === null ? '–' : formatPercent(share)
              return (
                <td key={column.id}>
                  {onPoint === undefined || point === undefined || point.papers === 0 ? (
                    text
                  ) : (
                    <button
                      type="button"
                      aria-label={`${column.label}: ${formatPoint(point)}`}
                      onClick={() => onPoint(column, point)}
                    >
                      {text}
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
