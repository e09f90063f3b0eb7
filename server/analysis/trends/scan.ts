import { log } from '../math/elementary.ts'
import { moderate, neighbourSquares, type Dispersion } from './dispersion.ts'
import { leastPeriods } from './spans.ts'
import { upperTail } from './student.ts'

/** A stretch of periods in which a share stands out. */
export interface Found {
  from: number
  to: number
  /** p over all stretches that were tried. */
  p: number
}

/** What a scan looks at: sums up to a period, length periods + 1, so that any stretch is one subtraction. */
export interface Scanned {
  hits: Float64Array
  totals: Float64Array
  hitsBefore: Float64Array
  totalsBefore: Float64Array
}

/** Fewest papers in a stretch that stands out, and how many times the share on each side it must hold to be found. */
export const LEAST_IN_SPAN = 5
export const LEAST_RATIO = 2

/** Below this square of t no side counts, whatever the degrees of freedom: the normal's own. */
const LEAST_SQUARE = 1.644 ** 2
/** How far a stretch must stand out from each side by itself. */
export interface SideRule {
  /** Times the side's share that it must hold. */
  ratio: number
  /** A side counts where chance alone would give such a difference in fewer cases than this, 0–1. */
  p: number
}
/** What it takes to be found. */
const TO_BE_FOUND: SideRule = { ratio: LEAST_RATIO, p: 0.05 }

/**
 * The stretch that stands out most against all other periods. It must stand out from what came before it, and from what came after, each
 * by itself (`rule`: twice the share, beyond chance); of a side the far half is looked at, for a rise and a fall take their time. p is that
 * of the binomial deviance, its signed root over the dispersion taken as Student's t, times the stretches tried (Bonferroni). Null where
 * none stands out so, nor any that rests on one of many periods. `prior`: what is known of how series of this collection vary.
 * Sources: Kulldorff, "A spatial scan statistic", Commun. Statist. 26 (1997), for the scan; Rao and Scott, Biometrics 48 (1992), for
 * dividing by the dispersion; Zubkov and Serov, Theory Probab. Appl. 57 (2013), for how close the root comes to the exact tail.
 */
export function scan(
  series: Scanned,
  spans: Int32Array,
  prior: Dispersion,
  rule: SideRule = TO_BE_FOUND,
): Found | null {
  const m = series.hits.length
  const least = leastPeriods(m)
  const inner = { hits: 0, totals: 0 }
  let best: Found | null = null
  let bestT = 0
  let bestDf = 0
  for (let i = 0; i < spans.length; i += 2) {
    const from = spans[i]
    const to = spans[i + 1]
    inner.hits = between(series.hitsBefore, from, to + 1)
    if (inner.hits < LEAST_IN_SPAN) continue
    inner.totals = between(series.totalsBefore, from, to + 1)
    const left = farHalf(from, least)
    const right = m - farHalf(m - 1 - to, least)
    // Most stretches do not stand out at all, which takes no logarithm to see.
    if (!holds(series, inner, rule.ratio, 0, left) || !holds(series, inner, rule.ratio, right, m)) continue
    const before = excess(series, inner, rule.ratio, 0, left)
    if (before === 0) continue
    const after = excess(series, inner, rule.ratio, right, m)
    if (after === 0) continue
    const weaker = Math.min(before, after)
    if (weaker < LEAST_SQUARE) continue
    const own = neighbourSquares(series.hits, series.totals, from, to)
    const { factor, df } = moderate(own.squares, own.df, prior)
    if (weaker / factor < LEAST_SQUARE) continue
    const t = Math.sqrt(excess(series, inner, rule.ratio, 0, m) / factor)
    if (t <= bestT && df <= bestDf) continue
    if (upperTail(Math.sqrt(weaker / factor), df) >= rule.p) continue
    const p = upperTail(t, df)
    if (best !== null && p >= best.p) continue
    if (least > 1 && restsOnOne(series, from, to, least, rule.ratio)) continue
    best = { from, to, p }
    bestT = t
    bestDf = df
  }
  return best === null ? null : { ...best, p: Math.min(1, (best.p * spans.length) / 2) }
}

/** Periods of a side that are looked at; one of `least` or fewer whole. */
function farHalf(side: number, least: number): number {
  return Math.min(side, Math.max(least, Math.ceil(side / 2)))
}

/** Whether a stretch without its highest period no longer holds `ratio` times the share of each side: one week's batch of papers. */
function restsOnOne(
  { hits, totals, ...sums }: Scanned,
  from: number,
  to: number,
  least: number,
  ratio: number,
): boolean {
  const m = hits.length
  let highest = from
  for (let i = from + 1; i <= to; i++) if (hits[i] * totals[highest] > hits[highest] * totals[i]) highest = i
  const inside = between(sums.hitsBefore, from, to + 1) - hits[highest]
  const all = between(sums.totalsBefore, from, to + 1) - totals[highest]
  const isNoMore = (start: number, end: number): boolean =>
    inside * between(sums.totalsBefore, start, end) < ratio * between(sums.hitsBefore, start, end) * all
  return isNoMore(0, farHalf(from, least)) || isNoMore(m - farHalf(m - 1 - to, least), m)
}

/** Whether a stretch holds `ratio` times the share of the periods `from`…`to − 1`, of which it is none. */
function holds(
  { hitsBefore, totalsBefore }: Scanned,
  inner: { hits: number; totals: number },
  ratio: number,
  from: number,
  to: number,
): boolean {
  if (from >= to) return true
  return inner.hits * between(totalsBefore, from, to) >= ratio * between(hitsBefore, from, to) * inner.totals
}

/**
 * Binomial deviance of a stretch against the periods `from`…`to − 1` but for its own, half a paper taken back for counts being whole;
 * Infinity where there are none, 0 where it does not hold `ratio` times their share.
 */
function excess(
  series: Scanned,
  inner: { hits: number; totals: number },
  ratio: number,
  from: number,
  to: number,
): number {
  if (from >= to) return Infinity
  const m = series.hits.length
  const whole = to - from === m
  const others = between(series.hitsBefore, from, to) - (whole ? inner.hits : 0)
  const all = between(series.totalsBefore, from, to) - (whole ? inner.totals : 0)
  if (inner.hits * all < ratio * others * inner.totals) return 0
  const sum = inner.hits + others
  const expected = (sum * inner.totals) / (inner.totals + all)
  const observed = inner.hits - 0.5
  if (observed <= expected) return 0
  const rest = others + 0.5
  return 2 * (observed * log(observed / expected) + rest * log(rest / (sum - expected)))
}

function between(sums: Float64Array, from: number, to: number): number {
  return sums[to] - sums[from]
}
