import {
  type Bin,
  BINS,
  type BinChoice,
  fitsBin,
  lastWholeYear,
  type Period,
  periodsBetween,
} from '../../../shared/period.ts'
import { PRECISIONS } from '../search/text-index.ts'

/** Dates of papers as numbers; a paper's number is its place. */
export interface Dates {
  /** First and last day that the date may mean, days since 1970-01-01. */
  firstDay: Int32Array
  lastDay: Int32Array
  /** Index into PRECISIONS; 0 for no date. */
  precision: Uint8Array
}

/** Periods, and how many papers are in each. */
export interface Timespan {
  bin: Bin
  periods: Period[]
  /** Period → papers in it. */
  totals: Int32Array
  /** Period → whether the newest date reaches its end. */
  complete: boolean[]
  /** Period → whether tests look at it: complete, not empty, and in the span that holds the middle 98% of the papers. */
  tested: boolean[]
  /** Whether the data allow verdicts at all: enough dated papers, complete periods, and papers in each. */
  testable: boolean
}

/** The periods of a collection and which paper falls into which. */
export interface Timeline extends Timespan {
  /** Paper → period, or −1 where it has no date or one too coarse for the bin. */
  periodOf: Int32Array
  dated: number
  undated: number
  /** Dated too coarsely for the bin. */
  coarse: number
}

/** Fewest dated papers and complete periods with which anything is tested. */
export const LEAST_DATED = 60
export const LEAST_PERIODS = 6
/** Papers that the median period must hold. */
const MEDIAN_PAPERS = 30
/** At most this share of the periods may be thin, with fewer papers than THIN_PAPERS: conferences leave whole quarters empty, weekends days. */
const MOST_THIN = 0.1
export const THIN_PAPERS = 10
const PRECISE_SHARE = 0.95
/** Periods that one can still look at: weeks of eleven years. */
const MOST_PERIODS = 600
/** Without enough papers for any bin, the one that gives nearest to so many periods. */
const USUAL_PERIODS = 12

/**
 * Puts papers into periods; `auto` takes the finest bin whose periods hold enough papers (`chooseBin`). `members`: paper → 1 where it
 * belongs to what is looked at; null for all.
 */
export function buildTimeline(all: Dates, choice: BinChoice, members: Uint8Array | null = null): Timeline {
  // Who is no member has no date here.
  const dates = members === null ? all : { ...all, precision: all.precision.map((one, i) => (members[i] ? one : 0)) }
  const auto = chooseBin(dates)
  const bin = choice === 'auto' ? auto.bin : choice
  const n = dates.precision.length
  const place = new Int32Array(n).fill(-1)
  let first = Infinity
  let last = -Infinity
  let newest = -Infinity
  let newestFirst = -Infinity
  let dated = 0
  let coarse = 0
  for (let i = 0; i < n; i++) {
    if (dates.precision[i] === 0) continue
    dated++
    // A year-only date beside later months says nothing of how far the papers reach.
    if (dates.firstDay[i] > newestFirst || (dates.firstDay[i] === newestFirst && dates.lastDay[i] > newest)) {
      newestFirst = dates.firstDay[i]
      newest = dates.lastDay[i]
    }
    if (!fits(dates, i, bin)) {
      coarse++
      continue
    }
    first = Math.min(first, dates.firstDay[i])
    last = Math.max(last, dates.firstDay[i])
  }
  // Pairs of years end where the papers do, so that no whole year waits, untested, for its second.
  const periods = last >= first ? periodsBetween(first, last, bin, lastWholeYear(newest)) : []
  const totals = new Int32Array(periods.length)
  const starts = Int32Array.from(periods, (period) => period.first)
  for (let i = 0; i < n; i++) {
    if (dates.precision[i] === 0 || !fits(dates, i, bin)) continue
    place[i] = placeOf(starts, dates.firstDay[i])
    totals[place[i]]++
  }
  const complete = periods.map((period) => newest >= period.last)
  const core = middle(totals, dated - coarse)
  const tested = complete.map((whole, i) => whole && totals[i] > 0 && core[i])
  const enough = dated - coarse >= LEAST_DATED && tested.filter(Boolean).length >= LEAST_PERIODS
  return {
    bin,
    periods,
    periodOf: place,
    totals,
    complete,
    tested,
    dated,
    undated: (members === null ? n : members.reduce((sum, one) => sum + one, 0)) - dated,
    coarse,
    testable: enough && (choice !== 'auto' || auto.enough),
  }
}

/** Number of the last period that does not begin after a day: days come by the hundred thousand, so no period is made of each. */
function placeOf(starts: Int32Array, day: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle] <= day) low = middle
    else high = middle - 1
  }
  return low
}

/** The same periods for a part of the papers (paper → 1 where it belongs to it): other totals, and tests where they allow them. */
export function narrowTimeline(timeline: Timeline, members: Uint8Array): Timeline {
  const periodOf = timeline.periodOf.map((period, paper) => (members[paper] === 0 ? -1 : period))
  const totals = new Int32Array(timeline.periods.length)
  for (const period of periodOf) if (period >= 0) totals[period]++
  const dated = totals.reduce((a, b) => a + b, 0)
  return { ...timespanOf(timeline, totals), periodOf, dated, undated: 0, coarse: 0 }
}

/** The same periods with other papers in them (period → papers), and tests where those allow them. */
export function timespanOf({ bin, periods, complete }: Timespan, totals: Int32Array): Timespan {
  const placed = totals.reduce((a, b) => a + b, 0)
  const core = middle(totals, placed)
  const tested = complete.map((whole, i) => whole && totals[i] > 0 && core[i])
  const testable = placed >= LEAST_DATED && tested.filter(Boolean).length >= LEAST_PERIODS
  return { bin, periods, totals, complete, tested, testable }
}

/** Period → whether it is in the span that holds the middle 98% of the papers: the thin years before say nothing of a trend. */
function middle(totals: Int32Array, all: number): boolean[] {
  const cut = Math.floor(all * 0.01)
  let before = 0
  return Array.from(totals, (total) => {
    const inside = before + total > cut && before < all - cut
    before += total
    return inside
  })
}

function fits(dates: Dates, paper: number, bin: Bin): boolean {
  return isPrecise(dates.precision[paper], bin)
}

/** Whether dates of a precision (its number in PRECISIONS) fall into one period each. */
function isPrecise(known: number, bin: Bin): boolean {
  const precision = PRECISIONS[known]
  return precision !== 'none' && fitsBin(precision, bin)
}

/**
 * The finest bin with a median of ≥ 30 papers a period, at most a tenth of the periods under 10, 6 to 600 periods, and ≥ 95% of the
 * dates precise enough, over the span that holds the middle 98% of the dated papers, zero-filled. Where none passes, the bin that gives nearest to 12 periods, and
 * `enough` is false.
 */
export function chooseBin(dates: Dates): { bin: Bin; enough: boolean } {
  // Every bin counts all papers: of sorted days only those are looked at that begin a period.
  const byPrecision = PRECISIONS.map((_, known) => sortedDays(dates, known, known))
  const days = sortedDays(dates, 1, PRECISIONS.length)
  if (days.length === 0) return { bin: 'year', enough: false }
  const cut = Math.floor(days.length * 0.01)
  const low = days[cut]
  const high = days[days.length - 1 - cut]
  let fallback: Bin = 'year'
  let distance = Infinity
  for (const bin of BINS) {
    const fitting = byPrecision.filter((_, known) => isPrecise(known, bin))
    if (fitting.reduce((sum, { length }) => sum + length, 0) < PRECISE_SHARE * days.length) continue
    // A day bin over a century would be 36,500 periods: no need to count papers to know that they are thin.
    const width = { day: 1, week: 7, month: 30.4, quarter: 91.3, half: 182.6, year: 365.2, 'two-year': 730.5 }[bin]
    const periods = (high - low) / width + 1
    if (Math.abs(periods - USUAL_PERIODS) < distance) {
      distance = Math.abs(periods - USUAL_PERIODS)
      fallback = bin
    }
    if (periods > Math.min(MOST_PERIODS, days.length / 10)) continue
    const counts = Int32Array.from(periodsBetween(low, high, bin), ({ first, last }) => {
      const [from, to] = [Math.max(low, first), Math.min(high, last)]
      return fitting.reduce((sum, sorted) => sum + firstAt(sorted, to + 1) - firstAt(sorted, from), 0)
    })
    const sorted = counts.sort()
    const median = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
    const thin = sorted.filter((count) => count < THIN_PAPERS).length
    if (sorted.length >= LEAST_PERIODS && median >= MEDIAN_PAPERS && thin <= MOST_THIN * sorted.length)
      return { bin, enough: true }
  }
  return { bin: fallback, enough: false }
}

/** First days of the dates of some precisions (numbers in PRECISIONS, both included, but for 0), sorted. */
function sortedDays({ firstDay, precision }: Dates, least: number, most: number): Int32Array {
  const days = new Int32Array(firstDay.length)
  let size = 0
  for (let paper = 0; paper < days.length; paper++) {
    const known = precision[paper]
    if (known > 0 && known >= least && known <= most) days[size++] = firstDay[paper]
  }
  return days.slice(0, size).sort()
}

/** Number of sorted days before a day. */
function firstAt(days: Int32Array, day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle] < day) low = middle + 1
    else high = middle
  }
  return low
}
