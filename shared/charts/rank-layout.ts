import { curveBumpX, line } from 'd3'
import type { TrendPoint } from '../trend.ts'
import { round } from './round.ts'
import { shorten, textWidth } from './text-width.ts'
import { stepOf, timeTicks, toDateBox, TOP, type TimeFrame } from './time-frame.ts'
import { firmPeriods, lineValueOf, type TrendMode, type TrendSeries } from './trend-series.ts'

export interface RankLayoutOptions {
  /** Pixels. */
  width: number
  height: number
  mode: TrendMode
  /** How many ranks are shown; series below it leave the drawing until they come back. */
  ranks: number
  fontSize: number
}

/** A series in one period, in pixels. */
export interface RankDot {
  x: number
  y: number
  /** 1 for the highest of the period. */
  rank: number
  point: TrendPoint
}

export interface RankLine {
  series: TrendSeries
  /** SVG path through the periods in which it is among the shown; it breaks where it is not. */
  path: string
  /** Short strokes where it comes into the drawing or leaves it. */
  stubs: string
  dots: RankDot[]
  /** Its name where it stands in the last period; null where it is not among the shown there. */
  label: { x: number; y: number; text: string } | null
}

/** Everything a rank chart draws, in pixels. */
export interface RankLayout extends TimeFrame {
  lines: RankLine[]
}

/**
 * Ranks the series against each other in each period, the highest first; equals by all their papers, then by id. Series without a paper in a period
 * have no rank there, and periods with too few papers are passed by.
 */
export function rankLayout(series: readonly TrendSeries[], options: RankLayoutOptions): RankLayout {
  const { width, height, mode, fontSize } = options
  const firm = firmPeriods(series, mode)
  const ranked = firm.map((period) => ranksOf(series, period, mode))
  const ranks = Math.min(options.ranks, Math.max(1, ...ranked.map((found) => found.size)))
  const longest = Math.max(0, ...series.map(({ label }) => textWidth(label, fontSize)))
  const labelWidth = Math.min(width * 0.3, longest)
  const plot = { left: 26, right: width - Math.ceil(labelWidth) - 18, top: TOP, bottom: height - fontSize - 12 }
  const step = stepOf(plot, firm.length)
  const row = (plot.bottom - plot.top) / ranks
  const x = (place: number): number => round(plot.left + (place + 0.5) * step)
  const y = (rank: number): number => round(plot.top + (rank - 0.5) * row)

  const draw = line<RankDot | null>()
    .defined((dot) => dot !== null)
    .x((dot) => dot!.x)
    .y((dot) => dot!.y)
    .curve(curveBumpX)
  const lines = series.flatMap((one): RankLine[] => {
    const places = firm.map((_, place): RankDot | null => {
      const found = ranked[place].get(one.id)
      if (found === undefined || found.rank > ranks) return null
      return { x: x(place), y: y(found.rank), rank: found.rank, point: found.point }
    })
    const dots = places.filter((dot) => dot !== null)
    if (dots.length === 0) return []
    const last = places.at(-1) ?? null
    const label = last && { x: round(plot.right + 12), y: last.y, text: shorten(one.label, fontSize, labelWidth) }
    return [{ series: one, path: draw(places) ?? '', stubs: stubsOf(places, step), dots, label }]
  })
  const yTicks = Array.from({ length: ranks }, (_, place) => ({ y: y(place + 1), label: String(place + 1) }))
  return {
    plot,
    step,
    lines,
    yTicks,
    xTicks: timeTicks(firm, plot, step, fontSize),
    toDate: toDateBox(series, firm, plot, step, fontSize),
  }
}

/** Strokes of a third of a period beside dots that have no neighbour within the chart. */
function stubsOf(places: readonly (RankDot | null)[], step: number): string {
  return places
    .map((dot, at) => {
      if (dot === null) return ''
      const before = at > 0 && places[at - 1] === null ? `M${dot.x} ${dot.y}h${round(-step / 3)}` : ''
      const after = at < places.length - 1 && places[at + 1] === null ? `M${dot.x} ${dot.y}h${round(step / 3)}` : ''
      return before + after
    })
    .join('')
}

function ranksOf(
  series: readonly TrendSeries[],
  period: string,
  mode: TrendMode,
): Map<string, { rank: number; point: TrendPoint }> {
  const found = series.flatMap((one) => {
    const point = one.points.find((each) => each.period === period)
    if (point === undefined || point.papers === 0) return []
    const all = one.points.reduce((sum, each) => sum + each.papers, 0)
    return [{ id: one.id, point, value: lineValueOf(point, mode) ?? 0, all }]
  })
  found.sort((a, b) => b.value - a.value || b.all - a.all || (a.id < b.id ? -1 : 1))
  return new Map(found.map(({ id, point }, place) => [id, { rank: place + 1, point }]))
}
