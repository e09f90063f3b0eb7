import {
  type Bin,
  BINS,
  type BinChoice,
  fitsBin,
  type Period,
  periodOf,
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

/** The periods of a collection and which paper falls into which. */
export interface Timeline {
  bin: Bin
  periods: Period[]
  /** Paper → period, or −1 where it has no date or one too coarse for the bin. */
  periodOf: Int32Array
  /** Period → papers in it. */
  totals: Int32Array
  /** Period → whether the newest date reaches its end. */
  complete: boolean[]
  /** Period → whether tests look at it: complete, not empty, and in the span that holds the middle 98% of the papers. */
  tested: boolean[]
  dated: number
  undated: number
  /** Dated too coarsely for the bin. */
  coarse: number
  /** Whether the data allow verdicts at all: enough dated papers, complete periods, and papers in each. */
  testable: boolean
}

/** Fewest dated papers and complete periods with which anything is tested. */
export const LEAST_DATED = 60
export const LEAST_PERIODS = 6
/** Papers that the median period must hold. */
const MEDIAN_PAPERS = 30
/** At most this share of the periods may hold fewer papers than that: conferences leave whole quarters empty, weekends days. */
const MOST_THIN = 0.1
const THIN_PAPERS = 10
const PRECISE_SHARE = 0.95
/** Without enough papers for any bin, the one that gives nearest to so many periods. */
const USUAL_PERIODS = 12

/** Puts papers into periods; `auto` takes the finest bin whose periods hold enough papers (`chooseBin`). */
export function buildTimeline(dates: Dates, choice: BinChoice): Timeline {
  const auto = chooseBin(dates)
  const bin = choice === 'auto' ? auto.bin : choice
  const n = dates.precision.length
  const place = new Int32Array(n).fill(-1)
  let first = Infinity
  let last = -Infinity
  let newest = -Infinity
  let dated = 0
  let coarse = 0
  for (let i = 0; i < n; i++) {
    if (dates.precision[i] === 0) continue
    dated++
    newest = Math.max(newest, dates.lastDay[i])
    if (!fits(dates, i, bin)) {
      coarse++
      continue
    }
    first = Math.min(first, dates.firstDay[i])
    last = Math.max(last, dates.firstDay[i])
  }
  const periods = last >= first ? periodsBetween(first, last, bin) : []
  const totals = new Int32Array(periods.length)
  const number = new Map(periods.map(({ label }, i) => [label, i]))
  for (let i = 0; i < n; i++) {
    if (dates.precision[i] === 0 || !fits(dates, i, bin)) continue
    place[i] = number.get(periodOf(dates.firstDay[i], bin).label)!
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
    undated: n - dated,
    coarse,
    testable: enough && (choice !== 'auto' || auto.enough),
  }
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
  const precision = PRECISIONS[dates.precision[paper]]
  return precision !== 'none' && fitsBin(precision, bin)
}

/**
 * The finest bin with a median of ≥ 30 papers a period, at most a tenth of the periods under 10, ≥ 6 periods, and ≥ 95% of the
 * dates precise enough, over the span that holds the middle 98% of the dated papers, zero-filled. Where none passes, the bin that gives nearest to 12 periods, and
 * `enough` is false.
 */
export function chooseBin(dates: Dates): { bin: Bin; enough: boolean } {
  const days: number[] = []
  for (let i = 0; i < dates.precision.length; i++) if (dates.precision[i] > 0) days.push(dates.firstDay[i])
  if (days.length === 0) return { bin: 'year', enough: false }
  days.sort((a, b) => a - b)
  const cut = Math.floor(days.length * 0.01)
  const low = days[cut]
  const high = days[days.length - 1 - cut]
  let fallback: Bin = 'year'
  let distance = Infinity
  for (const bin of BINS) {
    let fitting = 0
    for (let i = 0; i < dates.precision.length; i++) if (dates.precision[i] > 0 && fits(dates, i, bin)) fitting++
    if (fitting < PRECISE_SHARE * days.length) continue
    // A day bin over a century would be 36,500 periods: no need to count papers to know that they are thin.
    const width = { day: 1, week: 7, month: 30.4, quarter: 91.3, half: 182.6, year: 365.2, 'two-year': 730.5 }[bin]
    const periods = (high - low) / width + 1
    if (Math.abs(periods - USUAL_PERIODS) < distance) {
      distance = Math.abs(periods - USUAL_PERIODS)
      fallback = bin
    }
    if (periods > days.length / 10) continue
    const counts = new Map(periodsBetween(low, high, bin).map(({ label }) => [label, 0]))
    for (let i = 0; i < dates.precision.length; i++) {
      if (dates.precision[i] === 0 || !fits(dates, i, bin) || dates.firstDay[i] < low || dates.firstDay[i] > high)
        continue
      const { label } = periodOf(dates.firstDay[i], bin)
      counts.set(label, counts.get(label)! + 1)
    }
    const sorted = [...counts.values()].sort((a, b) => a - b)
    const median = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
    const thin = sorted.filter((count) => count < THIN_PAPERS).length
    if (sorted.length >= LEAST_PERIODS && median >= MEDIAN_PAPERS && thin <= MOST_THIN * sorted.length)
      return { bin, enough: true }
  }
  return { bin: fallback, enough: false }
}
