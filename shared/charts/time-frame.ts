import { hatching } from './hatching.ts'
import { periodTicks } from './period-ticks.ts'
import { round } from './round.ts'
import { textWidth } from './text-width.ts'
import type { TrendSeries } from './trend-series.ts'

/** The edges of what is drawn inside the axes, pixels. */
export interface Plot {
  left: number
  right: number
  top: number
  bottom: number
}

/** What all charts over time share. */
export interface TimeFrame {
  plot: Plot
  yTicks: { y: number; label: string }[]
  xTicks: { x: number; label: string }[]
  /** The incomplete last periods: a box, its strokes, and where `to date` stands; null without one. */
  toDate: { x: number; width: number; strokes: string; labelX: number; anchor: 'middle' | 'end' } | null
  /** Pixels a period. */
  step: number
}

/** Room above a plot for `to date`, pixels. */
export const TOP = 22

/** Pixels a period where `count` of them share the plot. */
export function stepOf(plot: Plot, count: number): number {
  return (plot.right - plot.left) / Math.max(1, count)
}

/** The periods that are named below the plot, each under its middle. */
export function timeTicks(periods: readonly string[], plot: Plot, step: number, fontSize: number) {
  return periodTicks(periods, step, fontSize).map(({ index, label }) => ({
    x: round(plot.left + (index + 0.5) * step),
    label,
  }))
}

/** The box over the periods that are not complete in one of the series. */
export function toDateBox(
  series: readonly TrendSeries[],
  periods: readonly string[],
  plot: Plot,
  step: number,
  fontSize: number,
): TimeFrame['toDate'] {
  const incomplete = new Set(
    series.flatMap((one) => one.points.filter((point) => !point.complete).map((point) => point.period)),
  )
  const first = periods.findIndex((period) => incomplete.has(period))
  if (first < 0) return null
  const x = plot.left + first * step
  const width = plot.right - x
  const fits = textWidth('to date', fontSize) <= width
  return {
    x: round(x),
    width: round(width),
    strokes: hatching(x, plot.top, width, plot.bottom - plot.top),
    labelX: round(fits ? x + width / 2 : plot.right),
    anchor: fits ? 'middle' : 'end',
  }
}
