import { NO_DAY, type MapColumns } from '../../../shared/map.ts'
import { BINS, formatDay, periodOf, periodsBetween, type Bin, type Period } from '../../../shared/period.ts'

export interface TimeBins {
  bin: Bin
  periods: Period[]
  /** Place in `periods` of each paper; −1 for papers without a date. */
  periodOfPaper: Int32Array
}

const PERIODS_MAX = 140

/** A year with which periods of two years end, from the periods of trends; 0, an even one, where they are of another bin. */
export function pairsEndOf(periods: readonly { period: string }[]): number {
  return Number(/^\d{4}\/(\d{4})$/.exec(periods.at(-1)?.period ?? '')?.[1] ?? 0)
}

/**
 * The periods of a map's papers, in the bin of its trends or the next one that keeps the bars apart; those of two years end with `pairsEnd`
 * and every second year before and after it.
 */
export function timeBins(map: MapColumns, wanted: Bin, pairsEnd = 0): TimeBins | null {
  let first = Infinity
  let last = -Infinity
  for (const day of map.day) {
    if (day === NO_DAY) continue
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  if (!Number.isFinite(first)) return null
  let bin = wanted
  let periods = periodsBetween(first, last, bin, pairsEnd)
  for (let next = BINS.indexOf(wanted) + 1; periods.length > PERIODS_MAX && next < BINS.length; next++) {
    bin = BINS[next]!
    periods = periodsBetween(first, last, bin, pairsEnd)
  }
  const place = new Map(periods.map((period, index) => [period.label, index]))
  const periodOfPaper = Int32Array.from(map.day, (day) =>
    day === NO_DAY ? -1 : (place.get(periodOf(day, bin, pairsEnd).label) ?? -1),
  )
  return { bin, periods, periodOfPaper }
}

/** Papers per period; only those in focus where a mask is given. */
export function countPeriods({ periods, periodOfPaper }: TimeBins, mask: Uint8Array | null): number[] {
  const counts = new Array<number>(periods.length).fill(0)
  for (let i = 0; i < periodOfPaper.length; i++) {
    const period = periodOfPaper[i]
    if (period >= 0 && (mask === null || mask[i] === 1)) counts[period]++
  }
  return counts
}

/** First and last date of a run of periods, as a link writes them. */
export function datesOf(periods: readonly Period[], start: number, end: number): { from: string; to: string } {
  return { from: formatDay(periods[start].first), to: formatDay(periods[end].last) }
}

/** The run of periods that a pair of days covers; null where it covers none. */
export function runOf(periods: readonly Period[], first: number, last: number): [number, number] | null {
  const start = periods.findIndex((period) => period.last >= first)
  const end = periods.findLastIndex((period) => period.first <= last)
  return start < 0 || end < start ? null : [start, end]
}
