import type { TrendPoint } from '../trend.ts'

/** One line of a trend chart. */
export interface TrendSeries {
  /** Unique in the chart, such as `topic-3` or the query. */
  id: string
  /** The name that stands at its end. */
  label: string
  /** Any CSS colour; `topicColor` or `seriesColor`. */
  color: string
  /** In the order of time, zero-filled. */
  points: readonly TrendPoint[]
}

/** What the height of a line means: papers ÷ papers of the period, or papers. */
export type TrendMode = 'share' | 'counts'

/** Every period of the series, once, in the order of time (labels of one bin sort by code unit). */
export function periodsOf(series: readonly TrendSeries[]): string[] {
  const periods = new Set(series.flatMap((one) => one.points.map((point) => point.period)))
  return [...periods].sort()
}

/** The height of a point: null where there is nothing to divide by. */
export function valueOf(point: TrendPoint, mode: TrendMode): number | null {
  return mode === 'share' ? point.share : point.papers
}
