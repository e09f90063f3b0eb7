import { area, line, max, scaleLinear } from 'd3'
import { formatCount, formatPercent } from '../format.ts'
import type { TrendPoint } from '../trend.ts'
import { placeEndLabels } from './end-labels.ts'
import { BURST_GAP, BURST_LANE, burstBars, burstLanes, type BurstBar } from './burst-layout.ts'
import { round } from './round.ts'
import { shorten, textWidth } from './text-width.ts'
import { stepOf, timeTicks, toDateBox, TOP, type Plot, type TimeFrame } from './time-frame.ts'
import { lineValueOf, periodsOf, thinBelow, valueOf } from './trend-series.ts'
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
  /** Puts the first points of all series at the left edge, whatever their periods; default false: by the calendar. */
  sameStart?: boolean
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
export interface TrendLayout extends TimeFrame {
  lines: TrendLine[]
  bursts: BurstBar[]
}

const LABEL_SHARE = 0.26

/** Computes a trend chart: the axis starts at 0, the lines are straight, and smoothed only where the points say so. */
export function trendLayout(series: readonly TrendSeries[], options: TrendLayoutOptions): TrendLayout {
  const { width, height, mode, fontSize, sameStart = false } = options
  const periods = sameStart ? countFromStart(series) : periodsOf(series)
  const place = new Map(periods.map((period, index) => [period, index]))
  const shown = series.length === 1 ? series[0].id : options.selected

  const thin = series.map((one) => thinBelow(one.points, mode))
  const heights = series.map((one, index) =>
    one.points
      .filter((point) => point.total >= thin[index])
      .map((point) => (series.length === 1 && mode === 'share' ? point.high : valueOf(point, mode)) ?? 0),
  )
  const lanes = sameStart ? 0 : burstLanes(series, periods)
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
    bottom: height - fontSize - 12 - (lanes === 0 ? 0 : BURST_GAP + lanes * BURST_LANE),
  }
  const step = stepOf(plot, periods.length)
  const x = (index: number): number => plot.left + (index + 0.5) * step
  const y = scaleLinear([0, ticks.at(-1)!.value], [plot.bottom, plot.top]).clamp(true)

  const lines = series.map((one, index) => {
    const placeIn = (point: TrendPoint): number => (sameStart ? one.points.indexOf(point) : place.get(point.period)!)
    return oneLine(one, mode, thin[index], (point) => x(placeIn(point)), y, one.id === shown)
  })
  if (options.endLabels) nameEnds(lines, plot, labelWidth, options)
  return {
    plot,
    lines,
    yTicks: ticks.map((tick) => ({ y: round(y(tick.value)), label: tick.label })),
    xTicks: sameStart ? startTicks(periods.length, plot, step, fontSize) : timeTicks(periods, plot, step, fontSize),
    toDate: sameStart ? null : toDateBox(series, periods, plot, step, fontSize),
    bursts:
      lanes === 0
        ? []
        : burstBars(series, periods, { left: plot.left, step, top: plot.bottom + fontSize + 12 + BURST_GAP }),
    step,
  }
}

/** `0`, `1`, … as many as the longest series has points. */
function countFromStart(series: readonly TrendSeries[]): string[] {
  return Array.from({ length: max(series, (one) => one.points.length) ?? 0 }, (_, index) => String(index))
}

function startTicks(count: number, plot: Plot, step: number, fontSize: number): TimeFrame['xTicks'] {
  const room = fontSize * 3
  const every = [1, 2, 5, 10, 20, 50].find((periods) => periods * step >= room) ?? 100
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => ({
    x: round(plot.left + (index * every + 0.5) * step),
    label: index === 0 ? 'start' : `+${index * every}`,
  }))
}

function oneLine(
  series: TrendSeries,
  mode: TrendMode,
  thin: number,
  x: (point: TrendPoint) => number,
  y: (value: number) => number,
  withBand: boolean,
): TrendLine {
  const at = (point: TrendPoint): number => round(x(point))
  const height = (value: number | null): number => round(y(value ?? 0))
  const draw = line<TrendPoint>()
    .defined((point) => lineValueOf(point, mode) !== null)
    .x(at)
    .y((point) => height(lineValueOf(point, mode)))
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
  { fontSize, selected, sameStart = false }: TrendLayoutOptions,
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
    // Lines of one start end anywhere: a name far off would be joined to its line by what looks like data.
    const x = sameStart ? last.x + 12 : plot.right + 12
    one.label = { x, y: round(y), text, from: { x: last.x, y: last.y } }
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
