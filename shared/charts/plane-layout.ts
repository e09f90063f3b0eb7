import { extent, scaleLinear, scaleLog } from 'd3'
import { formatCount } from '../format.ts'
import { round } from './round.ts'
import { shorten, textWidth } from './text-width.ts'
import type { Plot } from './time-frame.ts'

/** What is placed by how large it is and how fast it grows. */
export interface PlaneItem {
  id: string
  label: string
  color: string
  papers: number
  /** Change of the log-odds of its share per period. */
  size: number
  /** Whether that change is more than chance would explain. */
  sure: boolean
  /** Whether it rose and fell: its growth over all time is then no verdict. Default false. */
  peaked?: boolean
  /** Votes of its median paper; null or absent where votes are not known. */
  votes?: number | null
}

/** What the area of a dot can stand for. */
export type PlaneArea = 'papers' | 'votes'

export interface PlaneLayoutOptions {
  /** Pixels. */
  width: number
  height: number
  fontSize: number
  /** Default papers. */
  area?: PlaneArea
}

/** An item in pixels; its name where it found room. */
export interface PlaneDot {
  item: PlaneItem
  x: number
  y: number
  r: number
  label: { x: number; y: number; anchor: 'start' | 'end'; text: string } | null
}

/** Everything that a plane of volume and growth draws, in pixels. */
export interface PlaneLayout {
  plot: Plot
  dots: PlaneDot[]
  xTicks: { x: number; label: string }[]
  yTicks: { y: number; label: string }[]
  /** Height of no change. */
  zero: number
  /** What the size of a dot means, smallest first, each to be drawn round `x`, `y`; none where the area stands for papers, which an axis tells. */
  sizes: { x: number; y: number; r: number; label: string }[]
}

const LABEL_MOST = 190
const LEAST_RADIUS = 4
const MOST_RADIUS = 12

/**
 * Places items by their papers (to the right, each doubling as wide) and by the change of their odds a period (upwards). What is sure is
 * named first, then the larger; no two names overlap, and none lies on a dot.
 */
export function planeLayout(items: readonly PlaneItem[], options: PlaneLayoutOptions): PlaneLayout {
  const { width, height, fontSize } = options
  const plot = { left: 58, right: width - 14, top: 28, bottom: height - fontSize - 30 }
  const [least = 1, most = 1] = extent(items, ({ papers }) => Math.max(1, papers))
  const x = scaleLog([least / 1.3, most * 1.3], [plot.left, plot.right])
  const [low = 0, high = 0] = extent(items, ({ size }) => size)
  const margin = Math.max(0.02, (Math.max(0, high) - Math.min(0, low)) * 0.08)
  const y = scaleLinear([Math.min(0, low) - margin, Math.max(0, high) + margin], [plot.bottom, plot.top])

  const byVotes = options.area === 'votes'
  const largest = byVotes ? Math.max(1, ...items.map(({ votes }) => votes ?? 0)) : most
  // As areas: four times as much is twice as wide.
  const radius = (value: number): number =>
    round(LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(value / largest))
  const dots = items.map((item): PlaneDot => {
    const papers = Math.max(1, item.papers)
    const r = radius(byVotes ? (item.votes ?? 0) : papers)
    return { item, x: round(x(papers)), y: round(y(item.size)), r, label: null }
  })
  nameDots(dots, plot, fontSize)
  return {
    plot,
    dots,
    xTicks: papersTicks(least / 1.3, most * 1.3).map((value) => ({ x: round(x(value)), label: formatCount(value) })),
    yTicks: growthTicks(y.domain() as [number, number]).map(({ value, label }) => ({ y: round(y(value)), label })),
    zero: round(y(0)),
    sizes: byVotes ? sizeLegend(largest, radius, plot, fontSize) : [],
  }
}

/** Three dots from the right end of the line above the plot: a tenth of the largest, a third or so, and nearly the largest, in round numbers. */
function sizeLegend(
  largest: number,
  radius: (value: number) => number,
  plot: Plot,
  fontSize: number,
): PlaneLayout['sizes'] {
  const values = [...new Set([largest / 10, largest / 3, largest].map(roundDown))]
  const y = fontSize
  let right = plot.right
  return values
    .reverse()
    .map((value) => {
      const label = value === values[0] ? `${formatCount(value)} votes` : formatCount(value)
      const r = radius(value)
      const x = right - textWidth(label, fontSize) - 4 - r
      right = x - r - 12
      return { x: round(x), y, r, label }
    })
    .reverse()
}

/** The largest of 1, 2, 5, 10, 20 … that is no more than a value; 1 at least. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return power * ([5, 2].find((digit) => digit * power <= value) ?? 1)
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

function nameDots(dots: PlaneDot[], plot: Plot, fontSize: number): void {
  const taken: Box[] = dots.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))
  const order = [...dots].sort(
    (a, b) =>
      Number(b.item.sure) - Number(a.item.sure) || b.item.papers - a.item.papers || (a.item.id < b.item.id ? -1 : 1),
  )
  for (const dot of order) {
    const text = shorten(dot.item.label, fontSize, LABEL_MOST)
    const wide = textWidth(text, fontSize)
    for (const anchor of ['start', 'end'] as const) {
      const x = anchor === 'start' ? dot.x + dot.r + 4 : dot.x - dot.r - 4
      const left = anchor === 'start' ? x : x - wide
      const box = { left, right: left + wide, top: dot.y - fontSize * 0.6, bottom: dot.y + fontSize * 0.6 }
      const inside =
        box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom
      if (!inside || taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      dot.label = { x: round(x), y: dot.y, anchor, text }
      break
    }
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** 1, 2, 5, 10 … between two numbers; the doublings where those are too few. */
function papersTicks(low: number, high: number): number[] {
  const round125 = [1, 2, 5].flatMap((digit) => Array.from({ length: 7 }, (_, power) => digit * 10 ** power))
  return round125.filter((value) => value >= low && value <= high).sort((a, b) => a - b)
}

/** Round changes of the odds, `−20%`, `0%`, `+50%`, `×2`, that lie between two changes of the log-odds; six or so. */
function growthTicks([low, high]: [number, number]): { value: number; label: string }[] {
  const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2]
  const from = Math.expm1(low)
  const to = Math.expm1(high)
  const step = steps.find((one) => (to - from) / one <= 7) ?? 5
  const ticks: { value: number; label: string }[] = []
  for (let place = Math.ceil(from / step); place * step <= to; place++) {
    const change = place * step
    if (change <= -1) continue
    const percent = Math.round(change * 100)
    ticks.push({
      value: Math.log1p(change),
      label: percent === 0 ? '0%' : percent < 0 ? `−${-percent}%` : `+${percent}%`,
    })
  }
  return ticks
}
