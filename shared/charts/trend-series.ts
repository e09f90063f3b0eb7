import { median } from 'd3'
import type { Burst, TrendPoint } from '../trend.ts'

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
  /** Stretches that are drawn as bars under the chart, oldest first. */
  bursts?: readonly Pick<Burst, 'from' | 'to'>[]
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

/** Where the line runs: the smoothed share where there is one, else the height of the point. */
export function lineValueOf(point: TrendPoint, mode: TrendMode): number | null {
  return mode === 'share' && point.smoothed != null ? point.smoothed : valueOf(point, mode)
}

/** The periods whose shares say something, in the order of time; those of counts that have any paper. All series share their totals. */
export function firmPeriods(series: readonly TrendSeries[], mode: TrendMode): string[] {
  const points = series[0]?.points ?? []
  const enough = thinBelow(points, mode)
  return points.filter(({ total }) => total > 0 && total >= enough).map(({ period }) => period)
}

/** Papers of a period from which on its share says something; the same figure makes a period wide enough for a verdict. */
const ENOUGH = 30

/**
 * The total below which a period is too thin for a share: fewer than 30 papers, and fewer than half of what a period has at the
 * middle. One paper of seven would be the highest peak of a chart, and mean nothing. 0 for counts, which say what they are.
 */
export function thinBelow(points: readonly TrendPoint[], mode: TrendMode): number {
  if (mode === 'counts') return 0
  const middle = median(points.filter((point) => point.total > 0).map((point) => point.total)) ?? 0
  return Math.min(ENOUGH, middle / 2)
}
