import type { TrendPoint } from '../trend.ts'
import type { TrendMode, TrendSeries } from './trend-series.ts'

/** What a trend chart is told. Everything but the series is optional; it works without a browser. */
export interface TrendChartProps {
  series: readonly TrendSeries[]
  /** Pixels. */
  width?: number
  height?: number
  /** Default `share`. */
  mode?: TrendMode
  /** Id of the series that is hovered or selected: it shows its interval, the others step back. */
  selected?: string | null
  /** Names at the line ends, default true; false for small multiples that have a heading. */
  endLabels?: boolean
  /** Dots on the lines: always, never, or where there is room (default). */
  dots?: 'auto' | 'always' | 'never'
  /** Native tooltips on the points, default true. */
  tooltips?: boolean
  /** Pixels, default 12. */
  fontSize?: number
  /** Whether all lines begin at the left edge, whatever their periods; default false. */
  sameStart?: boolean
  /** What the chart is, for screen readers; the description is written from the data. */
  title?: string
  /** A click, Enter or Space on a point. */
  onPoint?: (series: TrendSeries, point: TrendPoint) => void
  /** The series under the pointer or the focus, null when it leaves. */
  onHover?: (seriesId: string | null) => void
}
