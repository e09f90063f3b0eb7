import { log } from '../math/elementary.ts'
import type { Dispersion } from './dispersion.ts'
import { USUAL_PRIOR } from './dispersion-prior.ts'
import { LEAST_IN_SPAN, LEAST_RATIO, scan, type Found, type Scanned, type SideRule } from './scan.ts'
import { testSlope, theilSen, type Slope } from './slope.ts'
import { spansOf, type Spans } from './spans.ts'
import { LEAST_PERIODS, type Timespan } from './timeline.ts'

/** What a test found in one series, before it is known how many series were tested. */
export interface TrendTest {
  /** p of "neither a trend nor a peak"; null where nothing could be tested. */
  p: number | null
  /** What it would be called if it counts as a discovery. */
  shape: 'emerging' | 'declining' | 'peaked' | 'steady'
  /** Median change of the log-odds of the share per period (Theil-Sen); null where nothing could be tested. */
  size: number | null
  /** Where it stands out: numbers of the first and last period of its peak, or of the end or beginning that a trend made; else null. */
  stretch: { from: number; to: number } | null
  /** How far it stands out there, to order by (`strengthOf`); 0 where it does not. */
  strength: number
}

/** What the tests of all series of a timeline share. */
export interface TestPlan {
  /** Numbers of the tested periods. */
  periods: Float64Array
  /** Papers in each of them, and before each of them (one longer). */
  totals: Float64Array
  totalsBefore: Float64Array
  spans: Spans
  prior: Dispersion
}

/** Fewest papers in a series for a test. */
export const LEAST_PAPERS = 10
/** A rise, a fall, a late rise or early fall, a peak: a series may be found by any of three, and p counts them all. */
const WAYS = 3
const SURE = 0.05
/** What was found by its slope or at an end is called by a peak of so many times the share on each side: less than it takes to be found. */
const NAMING_RATIO = 1.5

/** Prepares the tests of a timeline's series; null where its data allow none. `prior`: how much series of the collection vary. */
export function planTests(timeline: Timespan, prior: Dispersion = USUAL_PRIOR): TestPlan | null {
  if (!timeline.testable) return null
  const numbers = timeline.tested.flatMap((tested, period) => (tested ? [period] : []))
  const periods = Float64Array.from(numbers)
  const totals = Float64Array.from(numbers, (period) => timeline.totals[period])
  return { periods, totals, totalsBefore: sums(totals), spans: spansOf(numbers.length), prior }
}

/**
 * Tests one series (papers of each period of the timeline) for a slope, for a step up at its end or down at its beginning, and for a
 * peak. Only what changes at least twofold can count, and p is corrected for the three ways of being found.
 */
export function testSeries(plan: TestPlan | null, counts: Int32Array): TrendTest {
  const none: TrendTest = { p: null, shape: 'steady', size: null, stretch: null, strength: 0 }
  if (plan === null || plan.periods.length < LEAST_PERIODS) return none
  const { totals, totalsBefore, spans, prior } = plan
  const hits = plan.periods.map((period) => counts[period])
  const hitsBefore = sums(hits)
  const papers = hitsBefore[hits.length]
  if (papers < LEAST_PAPERS || papers === totalsBefore[hits.length]) return none
  const series: Scanned = { hits, totals, hitsBefore, totalsBefore }
  const slope = testSlope(plan.periods, hits, totals)
  const trend = slope === null ? null : trendOf(series, slope)
  const size = theilSen(plan.periods, hits, totals)
  // A late rise in what falls otherwise is no emergence, nor is an early fall in what rises a decline.
  const step = surer(
    size < 0 ? null : shaped('emerging', scan(series, spans.ends, prior)),
    size > 0 ? null : shaped('declining', scan(series, spans.beginnings, prior)),
  )
  // Both ends were looked at.
  if (step !== null) step.p = Math.min(1, 2 * step.p)
  const peak = shaped('peaked', scan(series, spans.peaks, prior))
  const surest = surer(surer(peak, trend), step)
  const p = surest === null ? 1 : Math.min(1, surest.p * WAYS)
  // What rose and fell also has a slope, and may owe its p to that: where both sides of a peak are beyond chance, the peak says more.
  const lower = p < SURE && !isSure(peak) ? shaped('peaked', scan(series, spans.peaks, prior, toName(spans))) : peak
  const named = isSure(lower) ? lower : surest
  return {
    p,
    shape: named?.shape ?? 'steady',
    size,
    stretch: named === null ? null : { from: plan.periods[named.from], to: plan.periods[named.to] },
    strength: named === null ? 0 : strengthOf(series, named),
  }
}

interface Shaped extends Found {
  shape: Exclude<TrendTest['shape'], 'steady'>
}

function shaped(shape: Shaped['shape'], found: Found | null): Shaped | null {
  return found === null ? null : { ...found, shape }
}

/**
 * What rose and fell is neither emerging nor declining, though it never fell to the half; but of all the stretches of what rises or falls
 * some stand out a little by chance, so that each side must be sure over all of them.
 */
function toName({ peaks }: Spans): SideRule {
  return { ratio: NAMING_RATIO, p: SURE / (peaks.length / 2) }
}

function isSure(found: Shaped | null): found is Shaped {
  return found !== null && found.p < SURE
}

function surer(a: Shaped | null, b: Shaped | null): Shaped | null {
  return a === null || (b !== null && b.p < a.p) ? b : a
}

/** A slope counts where the last third holds at least twice the share of the first, or the other way round. */
function trendOf({ hitsBefore, totalsBefore, hits }: Scanned, { slope, p }: Slope): Shaped | null {
  const m = hits.length
  const third = Math.max(1, Math.floor(m / 3))
  const papers = { early: hitsBefore[third], late: hitsBefore[m] - hitsBefore[m - third] }
  const early = (papers.early + 0.5) / (totalsBefore[third] + 1)
  const late = (papers.late + 0.5) / (totalsBefore[m] - totalsBefore[m - third] + 1)
  if (slope > 0 && papers.late >= LEAST_IN_SPAN && late >= LEAST_RATIO * early)
    return { shape: 'emerging', p, from: m - third, to: m - 1 }
  if (slope < 0 && papers.early >= LEAST_IN_SPAN && early >= LEAST_RATIO * late)
    return { shape: 'declining', p, from: 0, to: third - 1 }
  return null
}

/**
 * How far a stretch stands out: the logarithm of its papers ÷ the papers that its share elsewhere would have it, times the fourth root of
 * its papers. What grew twentyfold to thousands of papers comes before what grew fiftyfold to a hundred, and before a common word that
 * doubled.
 */
function strengthOf({ hits, hitsBefore, totalsBefore }: Scanned, { from, to }: Shaped): number {
  const m = hits.length
  const inside = hitsBefore[to + 1] - hitsBefore[from]
  const total = totalsBefore[to + 1] - totalsBefore[from]
  const expected = ((hitsBefore[m] - inside) * total) / (totalsBefore[m] - total)
  return log((inside + LEAST_IN_SPAN) / (expected + LEAST_IN_SPAN)) * Math.sqrt(Math.sqrt(inside))
}

/** Sum of the values before each place, and of all: one longer than the values. */
function sums(values: Float64Array): Float64Array {
  const before = new Float64Array(values.length + 1)
  values.forEach((value, i) => (before[i + 1] = before[i] + value))
  return before
}
