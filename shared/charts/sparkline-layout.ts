import { line, max } from 'd3'
import type { TrendPoint } from '../trend.ts'
import { round } from './round.ts'
import { thinBelow, valueOf } from './trend-series.ts'
import type { TrendMode } from './trend-series.ts'

/** A line over time in the size of a word, in pixels. */
export interface SparklineLayout {
  /** SVG path over the complete periods, from 0 at the bottom to the highest value at the top. */
  path: string
  /** SVG path into the incomplete last period; empty without one. */
  toDatePath: string
  /** The newest point; null without any. */
  end: { x: number; y: number } | null
}

/** Computes a sparkline; `top` is the value at its upper edge, by default the line's own highest. */
export function sparklineLayout(
  points: readonly TrendPoint[],
  width: number,
  height: number,
  mode: TrendMode = 'share',
  top?: number,
): SparklineLayout {
  const thin = thinBelow(points, mode)
  const isThin = (index: number): boolean => points[index].total > 0 && points[index].total < thin
  const values = points.map((point, index) => (isThin(index) ? null : valueOf(point, mode)))
  const highest = top ?? max(values, (value) => value ?? 0) ?? 0
  const inset = 2
  const step = points.length > 1 ? (width - 2 * inset) / (points.length - 1) : 0
  const x = (index: number): number => round(points.length > 1 ? inset + index * step : width / 2)
  const y = (index: number): number => {
    const part = highest > 0 ? Math.min(1, (values[index] ?? 0) / highest) : 0
    return round(height - inset - part * (height - 2 * inset))
  }
  const draw = line<number>()
    .defined((index) => values[index] !== null)
    .x(x)
    .y(y)
  const indexes = points.map((_, index) => index).filter((index) => !isThin(index))
  const firstIncomplete = indexes.findIndex((index) => !points[index].complete)
  const end = firstIncomplete < 0 ? indexes.length : firstIncomplete
  const last = values.findLastIndex((value) => value !== null)
  return {
    path: draw(indexes.slice(0, end)) ?? '',
    toDatePath: firstIncomplete < 0 ? '' : (draw(indexes.slice(Math.max(0, end - 1))) ?? ''),
    end: last < 0 ? null : { x: x(last), y: y(last) },
  }
}
