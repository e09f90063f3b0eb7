import { round } from './round.ts'
import type { TrendSeries } from './trend-series.ts'

/** A burst as a bar under a chart, in pixels. */
export interface BurstBar {
  seriesId: string
  label: string
  color: string
  /** First and last period of it. */
  from: string
  to: string
  x: number
  width: number
  y: number
}

/** Height of a lane of bars and the room above the first, pixels. */
export const BURST_LANE = 7
export const BURST_GAP = 8

/** How many lanes the bursts of these series take: one a series that has any in the periods. */
export function burstLanes(series: readonly TrendSeries[], periods: readonly string[]): number {
  return series.filter((one) => one.bursts?.some((burst) => isSeen(burst, periods))).length
}

/** Places the bursts of each series on a lane of its own from `top` down; what lies outside the periods is cut off. */
export function burstBars(
  series: readonly TrendSeries[],
  periods: readonly string[],
  { left, step, top }: { left: number; step: number; top: number },
): BurstBar[] {
  const bars: BurstBar[] = []
  let lane = 0
  for (const { id, label, color, bursts = [] } of series) {
    const seen = bursts.filter((burst) => isSeen(burst, periods))
    for (const { from, to } of seen) {
      // Labels of one bin sort by code unit.
      const first = periods.findIndex((period) => period >= from)
      const last = periods.findLastIndex((period) => period <= to)
      bars.push({
        seriesId: id,
        label,
        color,
        from,
        to,
        x: round(left + first * step + 1),
        width: round(Math.max(2, (last - first + 1) * step - 2)),
        y: round(top + lane * BURST_LANE),
      })
    }
    if (seen.length > 0) lane++
  }
  return bars
}

function isSeen({ from, to }: { from: string; to: string }, periods: readonly string[]): boolean {
  return periods.length > 0 && to >= periods[0] && from <= periods.at(-1)!
}
