import { line, max } from 'd3'
import type { TrendPoint } from '../trend.ts'
import { round } from './round.ts'

/** A line over time in the size of a word, in pixels. */
export interface SparklineLayout {
  /** SVG path over the complete periods, from 0 at the bottom to the highest share at the top. */
  path: string
  /** SVG path into the incomplete last period; empty without one. */
  toDatePath: string
  /** The newest point; null without any. */
  end: { x: number; y: number } | null
}

/** Computes a sparkline; `top` is the share at its upper edge, by default the line's own highest. */
export function sparklineLayout(
  points: readonly TrendPoint[],
  width: number,
  height: number,
  top?: number,
): SparklineLayout {
  const highest = top ?? max(points, (point) => point.share ?? 0) ?? 0
  const inset = 2
  const step = points.length > 1 ? (width - 2 * inset) / (points.length - 1) : 0
  const x = (index: number): number => round(points.length > 1 ? inset + index * step : width / 2)
  const y = (share: number | null): number =>
    round(height - inset - (highest > 0 ? Math.min(1, (share ?? 0) / highest) : 0) * (height - 2 * inset))
  const draw = line<number>()
    .defined((index) => points[index].share !== null)
    .x(x)
    .y((index) => y(points[index].share))
  const indexes = points.map((_, index) => index)
  const firstIncomplete = points.findIndex((point) => !point.complete)
  const end = firstIncomplete < 0 ? points.length : firstIncomplete
  const last = points.findLastIndex((point) => point.share !== null)
  return {
    path: draw(indexes.slice(0, end)) ?? '',
    toDatePath: firstIncomplete < 0 ? '' : (draw(indexes.slice(Math.max(0, end - 1))) ?? ''),
    end: last < 0 ? null : { x: x(last), y: y(points[last].share) },
  }
}
