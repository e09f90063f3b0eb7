import { max } from 'd3'
import { periodTicks } from './period-ticks.ts'
import { round } from './round.ts'
import { shorten, textWidth } from './text-width.ts'

/** One row: papers of it that count, and all of its papers, per period. */
export interface HeatRow {
  id: string
  label: string
  papers: number
  counts: readonly number[]
  totals: readonly number[]
}

export interface HeatCell {
  period: string
  papers: number
  total: number
  /** papers ÷ total; null where total is 0. */
  share: number | null
  x: number
  /** How strong the cell is, 0–1 of the strongest; 0 where there is nothing. */
  strength: number
  /** Whether its total is too small for the share to say much. */
  thin: boolean
}

/** Everything that a heat map over time draws, in pixels. */
export interface HeatLayout {
  left: number
  step: number
  rowHeight: number
  height: number
  rows: { row: HeatRow; text: string; y: number; cells: HeatCell[] }[]
  ticks: { x: number; label: string }[]
  /** The share of full strength. */
  top: number
}

export interface HeatLayoutOptions {
  /** Pixels. */
  width: number
  rowHeight: number
  fontSize: number
}

/** Fewer papers than this make a share that says little. */
const THIN = 5

/** Lays rows under each other and periods beside each other; a cell is as strong as its share, thin cells do not set the scale. */
export function heatLayout(
  rows: readonly HeatRow[],
  periods: readonly string[],
  options: HeatLayoutOptions,
): HeatLayout {
  const { width, rowHeight, fontSize } = options
  const longest = max(rows, ({ label }) => textWidth(label, fontSize)) ?? 0
  const labelWidth = Math.min(longest, width * 0.3, 240)
  const left = Math.ceil(labelWidth) + 12
  const step = (width - left) / Math.max(1, periods.length)
  const shareOf = (row: HeatRow, at: number): number | null =>
    row.totals[at] > 0 ? row.counts[at] / row.totals[at] : null
  const firm = rows.flatMap((row) => periods.map((_, at) => (row.totals[at] >= THIN ? (shareOf(row, at) ?? 0) : 0)))
  const top = max(firm) || (max(rows.flatMap((row) => periods.map((_, at) => shareOf(row, at) ?? 0))) ?? 0)
  return {
    left,
    step,
    rowHeight,
    height: rows.length * rowHeight + fontSize + 12,
    top,
    rows: rows.map((row, place) => ({
      row,
      text: shorten(row.label, fontSize, labelWidth),
      y: place * rowHeight,
      cells: periods.map((period, at) => {
        const share = shareOf(row, at)
        return {
          period,
          papers: row.counts[at],
          total: row.totals[at],
          share,
          x: round(left + at * step),
          strength: share === null || top === 0 ? 0 : Math.min(1, share / top),
          thin: row.totals[at] < THIN,
        }
      }),
    })),
    ticks: periodTicks(periods, step, fontSize).map(({ index, label }) => ({
      x: round(left + (index + 0.5) * step),
      label,
    })),
  }
}
