import { area, curveMonotoneX, max, min, scaleLinear, stack, stackOffsetWiggle, stackOrderInsideOut } from 'd3'
import { formatCount, formatPercent } from '../format.ts'
import type { TrendPoint } from '../trend.ts'
import { round } from './round.ts'
import { shorten, textWidth } from './text-width.ts'
import { stepOf, timeTicks, toDateBox, TOP, type TimeFrame } from './time-frame.ts'
import { firmPeriods, lineValueOf, type TrendMode, type TrendSeries } from './trend-series.ts'

export interface StreamLayoutOptions {
  /** Pixels. */
  width: number
  height: number
  mode: TrendMode
  fontSize: number
}

/** One series as a band of the stream. */
export interface StreamBand {
  series: TrendSeries
  /** SVG path of the band, closed. */
  path: string
  /** Edges in each period, pixels; `y0` is the lower one. */
  edges: { period: string; x: number; y0: number; y1: number; point: TrendPoint | null }[]
  /** The middle of its name, where the band is thick enough to hold it; null where it nowhere is. */
  label: { x: number; y: number; text: string } | null
}

/** Everything a streamgraph draws, in pixels. */
export interface StreamLayout extends TimeFrame {
  bands: StreamBand[]
  /** A bar that says how thick a value is; null where nothing is drawn. */
  scale: { x: number; y0: number; y1: number; label: string } | null
}

/** How thick a band must be to hold a name, in heights of its letters: neighbours have names, too. */
const THICK = 1.15

/** Narrower than this a name says nothing, pixels. */
const LABEL_LEAST = 72

/**
 * Stacks series around a flowing middle: the thickness of a band is its value, its height means nothing. Periods with too
 * few papers for a share are passed by.
 * Method: Byron and Wattenberg, "Stacked Graphs – Geometry & Aesthetics" (2008): offset of least wiggle, order inside out.
 */
export function streamLayout(series: readonly TrendSeries[], options: StreamLayoutOptions): StreamLayout {
  const { width, height, mode, fontSize } = options
  const periods = firmPeriods(series, mode)
  const plot = { left: 8, right: width - 8, top: TOP, bottom: height - fontSize - 12 }
  const step = stepOf(plot, periods.length)
  const frame = {
    plot,
    step,
    yTicks: [],
    xTicks: timeTicks(periods, plot, step, fontSize),
    toDate: toDateBox(series, periods, plot, step, fontSize),
  }
  const points = series.map((one) => new Map(one.points.map((point) => [point.period, point])))
  const valueAt = (place: number, period: string): number => {
    const point = points[place].get(period)
    return point === undefined ? 0 : (lineValueOf(point, mode) ?? 0)
  }
  const stacked = stack<string, number>()
    .keys(series.map((_, place) => place))
    .value((period, place) => valueAt(place, period))
    .order(stackOrderInsideOut)
    .offset(stackOffsetWiggle)([...periods])
  const low = min(stacked, (band) => min(band, (edge) => edge[0])) ?? 0
  const high = max(stacked, (band) => max(band, (edge) => edge[1])) ?? 0
  if (!(high > low)) return { ...frame, bands: [], scale: null }

  const y = scaleLinear([low, high], [plot.bottom - 4, plot.top + 4])
  const x = (place: number): number => round(plot.left + (place + 0.5) * step)
  const bands = stacked.map((band): StreamBand => {
    const one = series[band.key]
    const edges = band.map((edge, place) => ({
      period: periods[place],
      x: x(place),
      y0: round(y(edge[0])),
      y1: round(y(edge[1])),
      point: points[band.key].get(periods[place]) ?? null,
    }))
    const draw = area<StreamBand['edges'][number]>()
      .x((edge) => edge.x)
      .y0((edge) => edge.y0)
      .y1((edge) => edge.y1)
      .curve(curveMonotoneX)
    return { series: one, path: draw(edges) ?? '', edges, label: nameInside(one.label, edges, fontSize) }
  })
  return { ...frame, bands, scale: scaleBar(high - low, y, plot.left, mode) }
}

/** The place where a band holds its name, whole or cut: the widest cut first, then the thickest. */
function nameInside(name: string, edges: StreamBand['edges'], fontSize: number): StreamBand['label'] {
  const wanted = textWidth(name, fontSize) + 8
  let best: { x: number; y: number; room: number; thick: number } | null = null
  for (let from = 0; from < edges.length; from++) {
    let top = -Infinity
    let bottom = Infinity
    for (let to = from; to < edges.length; to++) {
      top = Math.max(top, edges[to].y1)
      bottom = Math.min(bottom, edges[to].y0)
      const thick = bottom - top
      if (thick < fontSize * THICK) break
      const room = Math.min(wanted, edges[to].x - edges[from].x)
      if (best !== null && (room < best.room || (room === best.room && thick <= best.thick))) continue
      best = { x: (edges[from].x + edges[to].x) / 2, y: (top + bottom) / 2, room, thick }
    }
  }
  if (best === null || best.room < Math.min(wanted, LABEL_LEAST)) return null
  return { x: round(best.x), y: round(best.y), text: shorten(name, fontSize, best.room) }
}

/** A round value of about a fifth of the stream as a bar at its left. */
function scaleBar(
  range: number,
  y: (value: number) => number,
  left: number,
  mode: TrendMode,
): NonNullable<StreamLayout['scale']> {
  const value = scaleLinear([0, range], [0, 1]).ticks(5)[1]
  const pixels = y(0) - y(value)
  const label = mode === 'share' ? formatPercent(value) : formatCount(value)
  return { x: left, y0: round(TOP + 4 + pixels), y1: TOP + 4, label }
}
