import { LEAST_IN_SPAN, LEAST_RATIO, scan, type Found, type Scanned } from './scan.ts'
import { testSlope, theilSen, type Slope } from './slope.ts'
import { spansOf, type Spans } from './spans.ts'
import { LEAST_PERIODS, type Timeline } from './timeline.ts'

/** What a test found in one series, before it is known how many series were tested. */
export interface TrendTest {
  /** p of "neither a trend nor a peak"; null where nothing could be tested. */
  p: number | null
  /** What it would be called if it counts as a discovery. */
  shape: 'emerging' | 'declining' | 'peaked' | 'steady'
  /** Median change of the log-odds of the share per period (Theil-Sen); null where nothing could be tested. */
  size: number | null
  /** Numbers of the first and last period of its peak; null where it is called anything else. */
  peak: { from: number; to: number } | null
}

/** What the tests of all series of a timeline share. */
export interface TestPlan {
  /** Numbers of the tested periods. */
  periods: Float64Array
  /** Papers in each of them, and before each of them (one longer). */
  totals: Float64Array
  totalsBefore: Float64Array
  spans: Spans
}

/** Fewest papers in a series for a test. */
export const LEAST_PAPERS = 10
/** A rise, a fall, a late rise or early fall, a peak: a series may be found by any of three, and p counts them all. */
const WAYS = 3
const SURE = 0.05

/** Prepares the tests of a timeline's series; null where its data allow none. */
export function planTests(timeline: Timeline): TestPlan | null {
  if (!timeline.testable) return null
  const numbers = timeline.tested.flatMap((tested, period) => (tested ? [period] : []))
  const periods = Float64Array.from(numbers)
  const totals = Float64Array.from(numbers, (period) => timeline.totals[period])
  return { periods, totals, totalsBefore: sums(totals), spans: spansOf(numbers.length) }
}

/**
 * Tests one series (papers of each period of the timeline) for a slope, for a step up at its end or down at its beginning, and for a
 * peak. Only what changes at least twofold can count, and p is corrected for the three ways of being found.
 */
export function testSeries(plan: TestPlan | null, counts: Int32Array): TrendTest {
  const none: TrendTest = { p: null, shape: 'steady', size: null, peak: null }
  if (plan === null || plan.periods.length < LEAST_PERIODS) return none
  const { totals, totalsBefore, spans } = plan
  const hits = Float64Array.from(plan.periods, (period) => counts[period])
  const hitsBefore = sums(hits)
  const papers = hitsBefore[hits.length]
  if (papers < LEAST_PAPERS || papers === totalsBefore[hits.length]) return none
  const series: Scanned = { hits, totals, hitsBefore, totalsBefore }
  const slope = testSlope(plan.periods, hits, totals)
  const trend = slope === null ? null : trendOf(series, slope)
  const steps = [
    shaped('emerging', scan(series, spans.ends)),
    shaped('declining', scan(series, spans.beginnings)),
  ].flatMap((one) => one ?? [])
  const step = steps.reduce<Shaped | null>((best, one) => (best === null || one.p < best.p ? one : best), null)
  // Both ends were looked at.
  if (step !== null) step.p = Math.min(1, 2 * step.p)
  const top = scan(series, spans.peaks)
  const peak = shaped('peaked', top)

  const found = [trend, step, peak].flatMap((one) => one ?? [])
  const p = found.reduce((least, one) => Math.min(least, one.p), 1)
  // A series that rose and fell also has a slope: the peak says more.
  const named = peak !== null && peak.p * WAYS < SURE ? peak : found.find((one) => one.p === p)
  return {
    p: Math.min(1, p * WAYS),
    shape: named?.shape ?? 'steady',
    size: theilSen(plan.periods, hits, totals),
    peak: named === peak && top !== null ? { from: plan.periods[top.from], to: plan.periods[top.to] } : null,
  }
}

interface Shaped {
  shape: Exclude<TrendTest['shape'], 'steady'>
  p: number
}

function shaped(shape: Shaped['shape'], found: Found | null): Shaped | null {
  return found === null ? null : { shape, p: found.p }
}

/** A slope counts where the last third holds at least twice the share of the first, or the other way round. */
function trendOf({ hitsBefore, totalsBefore, hits }: Scanned, { slope, p }: Slope): Shaped | null {
  const m = hits.length
  const third = Math.max(1, Math.floor(m / 3))
  const papers = { early: hitsBefore[third], late: hitsBefore[m] - hitsBefore[m - third] }
  const early = (papers.early + 0.5) / (totalsBefore[third] + 1)
  const late = (papers.late + 0.5) / (totalsBefore[m] - totalsBefore[m - third] + 1)
  if (slope > 0 && papers.late >= LEAST_IN_SPAN && late >= LEAST_RATIO * early) return { shape: 'emerging', p }
  if (slope < 0 && papers.early >= LEAST_IN_SPAN && early >= LEAST_RATIO * late) return { shape: 'declining', p }
  return null
}

/** Sum of the values before each place, and of all: one longer than the values. */
function sums(values: Float64Array): Float64Array {
  const before = new Float64Array(values.length + 1)
  values.forEach((value, i) => (before[i + 1] = before[i] + value))
  return before
}
