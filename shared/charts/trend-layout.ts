import { area, line, max, scaleLinear } from 'd3'
import { formatCount, formatPercent } from '../format.ts'
import type { TrendPoint } from '../trend.ts'
import { placeEndLabels } from './end-labels.ts'
import { hatching } from './hatching.ts'
import { periodTicks } from './period-ticks.ts'
import { round } from './round.ts'
import { shorten, textWidth } from './text-width.ts'
import { periodsOf, thinBelow, valueOf } from './trend-series.ts'
import type { TrendMode, TrendSeries } from './trend-series.ts'

export interface TrendLayoutOptions {
  width: number
  height: number
  mode: TrendMode
  /** Id of the series that shows its interval and keeps its label; null for none. A single series shows it anyhow. */
  selected: string | null
  /** Names at the line ends; false leaves the room to the lines (small multiples). */
  endLabels: boolean
  /** Pixels. */
  fontSize: number
}

/** A point of a line, in pixels. */
export interface TrendDot {
  x: number
  y: number
  point: TrendPoint
  /** Its period has too few papers for a share: the line passes it by. */
  thin: boolean
}

/** One line, ready to draw. */
export interface TrendLine {
  series: TrendSeries
  /** SVG path over the complete periods; breaks where nothing can be divided, passes by thin periods. */
  path: string
  /** SVG path from the last complete period into the incomplete one; empty without one. */
  toDatePath: string
  /** SVG path of the 95% interval; empty unless it is shown. */
  bandPath: string
  dots: TrendDot[]
  /** Centre of its name, pixels, and the name cut to the room; null where there is none. */
  label: { x: number; y: number; text: string; from: { x: number; y: number } } | null
}

/** Everything a trend chart draws, in pixels. */
export interface TrendLayout {
  plot: { left: number; right: number; top: number; bottom: number }
  lines: TrendLine[]
  yTicks: { y: number; label: string }[]
  xTicks: { x: number; label: string }[]
  /** The incomplete last periods: a box, its strokes, and where `to date` stands; null without one. */
  toDate: { x: number; width: number; strokes: string; labelX: number; anchor: 'middle' | 'end' } | null
  /** Pixels a period. */
  step: number
}

const TOP = 22
const LABEL_SHARE = 0.26

/** Computes a trend chart: the axis starts at 0, the lines are straight, nothing is smoothed. */
export function trendLayout(series: readonly TrendSeries[], options: TrendLayoutOptions): TrendLayout {
  const { width, height, mode, fontSize } = options
  const periods = periodsOf(series)
  const place = new Map(periods.map((period, index) => [period, index]))
  const shown = series.length === 1 ? series[0].id : options.selected

  const thin = series.map((one) => thinBelow(one.points, mode))
  const heights = series.map((one, index) =>
    one.points
      .filter((point) => point.total >= thin[index])
      .map((point) => (series.length === 1 && mode === 'share' ? point.high : valueOf(point, mode)) ?? 0),
  )
  const ticks = yAxis(max(heights.flat()) ?? 0, mode, (height - TOP) / 52)
  const labelWidth = options.endLabels ? Math.min(width * LABEL_SHARE, longest(series, fontSize)) : 0
  const plot = {
    left:
      Math.ceil(
        longestText(
          ticks.map((tick) => tick.label),
          fontSize,
        ),
      ) + 10,
    right: width - (options.endLabels ? Math.ceil(labelWidth) + 16 : 6),
    top: TOP,
    bottom: height - fontSize - 12,
  }
  const step = (plot.right - plot.left) / Math.max(1, periods.length)
  const x = (index: number): number => plot.left + (index + 0.5) * step
  const y = scaleLinear([0, ticks.at(-1)!.value], [plot.bottom, plot.top]).clamp(true)

  const lines = series.map((one, index) =>
    oneLine(one, mode, thin[index], (period) => x(place.get(period)!), y, one.id === shown),
  )
  if (options.endLabels) nameEnds(lines, plot, labelWidth, fontSize, options.selected)
  return {
    plot,
    lines,
    yTicks: ticks.map((tick) => ({ y: round(y(tick.value)), label: tick.label })),
    xTicks: periodTicks(periods, step, fontSize).map(({ index, label }) => ({ x: round(x(index)), label })),
    toDate: toDateBox(series, periods, plot, step, fontSize),
    step,
  }
}

function oneLine(
  series: TrendSeries,
  mode: TrendMode,
  thin: number,
  x: (period: string) => number,
  y: (value: number) => number,
  withBand: boolean,
): TrendLine {
  const at = (point: TrendPoint): number => round(x(point.period))
  const height = (value: number | null): number => round(y(value ?? 0))
  const draw = line<TrendPoint>()
    .defined((point) => valueOf(point, mode) !== null)
    .x(at)
    .y((point) => height(valueOf(point, mode)))
  const band = area<TrendPoint>()
    .defined((point) => point.low !== null)
    .x(at)
    .y0((point) => height(point.low))
    .y1((point) => height(point.high))
  const isThin = (point: TrendPoint): boolean => point.total > 0 && point.total < thin
  const firm = series.points.filter((point) => !isThin(point))
  const firstIncomplete = firm.findIndex((point) => !point.complete)
  const end = firstIncomplete < 0 ? firm.length : firstIncomplete
  return {
    series,
    path: draw(firm.slice(0, end)) ?? '',
    toDatePath: firstIncomplete < 0 ? '' : (draw(firm.slice(Math.max(0, end - 1))) ?? ''),
    bandPath: withBand && mode === 'share' ? (band(firm) ?? '') : '',
    dots: series.points
      .filter((point) => valueOf(point, mode) !== null)
      .map((point) => ({ x: at(point), y: height(valueOf(point, mode)), point, thin: isThin(point) })),
    label: null,
  }
}

/** Round values from 0 to at least `top`, about `count` of them, with their labels; counts tick whole papers only. */
function yAxis(top: number, mode: TrendMode, count: number): { value: number; label: string }[] {
  // A flat line at nothing still gets an axis.
  const end = top > 0 ? top : mode === 'share' ? 0.01 : 1
  const wanted = Math.min(6, Math.max(2, Math.round(count)))
  const scale = scaleLinear([0, end], [0, 1]).nice(wanted)
  const values = scale.ticks(wanted).filter((value) => (mode === 'share' ? value <= 1 : Number.isInteger(value)))
  return values.map((value) => ({ value, label: mode === 'share' ? formatPercent(value) : formatCount(value) }))
}

function nameEnds(
  lines: readonly TrendLine[],
  plot: TrendLayout['plot'],
  labelWidth: number,
  fontSize: number,
  selected: string | null,
): void {
  const ends = lines.flatMap((one) => {
    const last = one.dots.findLast((dot) => !dot.thin) ?? one.dots.at(-1)
    return last === undefined ? [] : [{ one, last }]
  })
  const wanted = ends.map(({ one, last }) => ({
    id: one.series.id,
    y: last.y,
    priority: one.series.id === selected ? Infinity : plot.bottom - last.y,
  }))
  const placed = new Map(
    placeEndLabels(wanted, plot.top, plot.bottom, fontSize * 1.3).map((label) => [label.id, label.y]),
  )
  for (const { one, last } of ends) {
    const y = placed.get(one.series.id)
    if (y === undefined) continue
    const text = shorten(one.series.label, fontSize, labelWidth)
    one.label = { x: plot.right + 12, y: round(y), text, from: { x: last.x, y: last.y } }
  }
}

function toDateBox(
  series: readonly TrendSeries[],
  periods: readonly string[],
  plot: TrendLayout['plot'],
  step: number,
  fontSize: number,
): TrendLayout['toDate'] {
  const incomplete = new Set(
    series.flatMap((one) => one.points.filter((point) => !point.complete).map((point) => point.period)),
  )
  const first = periods.findIndex((period) => incomplete.has(period))
  if (first < 0) return null
  const x = plot.left + first * step
  const boxWidth = plot.right - x
  const fits = textWidth('to date', fontSize) <= boxWidth
  return {
    x: round(x),
    width: round(boxWidth),
    strokes: hatching(x, plot.top, boxWidth, plot.bottom - plot.top),
    labelX: round(fits ? x + boxWidth / 2 : plot.right),
    anchor: fits ? 'middle' : 'end',
  }
}

function longest(series: readonly TrendSeries[], fontSize: number): number {
  return longestText(
    series.map((one) => one.label),
    fontSize,
  )
}

function longestText(texts: readonly string[], fontSize: number): number {
  return max(texts, (text) => textWidth(text, fontSize)) ?? 0
}
