import { log } from '../math/elementary.ts'
import { moderate, neighbourSquares, type Dispersion } from './dispersion.ts'
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

/** Fewest papers in a stretch that stands out, and how many times the share on each side it must hold. */
export const LEAST_IN_SPAN = 5
export const LEAST_RATIO = 2

/** Below this square of t no side counts, whatever the degrees of freedom: the normal's own. */
const LEAST_SQUARE = 1.644 ** 2
/** A side counts where chance alone would give such a difference in one case of twenty. */
const SIDE_P = 0.05

/**
 * The stretch that stands out most against all other periods. It must hold at least twice the share of what came before it, and of what
 * came after, each side by itself beyond chance; of a side the far half is looked at, for a rise and a fall take their time. p is that of
 * the binomial deviance, its signed root over the dispersion taken as Student's t, times the stretches tried (Bonferroni). Null where
 * none holds twice the share. `prior`: what is known of how series of this collection vary.
 * Sources: Kulldorff, "A spatial scan statistic", Commun. Statist. 26 (1997), for the scan; Rao and Scott, Biometrics 48 (1992), for
 * dividing by the dispersion; Zubkov and Serov, Theory Probab. Appl. 57 (2013), for how close the root comes to the exact tail.
 */
export function scan(series: Scanned, spans: Int32Array, prior: Dispersion): Found | null {
  const m = series.hits.length
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
    const before = excess(series, inner, 0, Math.ceil(from / 2))
    if (before === 0) continue
    const after = excess(series, inner, m - Math.ceil((m - 1 - to) / 2), m)
    if (after === 0) continue
    const weaker = Math.min(before, after)
    if (weaker < LEAST_SQUARE) continue
    const own = neighbourSquares(series.hits, series.totals, from, to)
    const { factor, df } = moderate(own.squares, own.df, prior)
    if (weaker / factor < LEAST_SQUARE) continue
    const t = Math.sqrt(excess(series, inner, 0, m) / factor)
    if (t <= bestT && df <= bestDf) continue
    if (upperTail(Math.sqrt(weaker / factor), df) >= SIDE_P) continue
    const p = upperTail(t, df)
    if (best !== null && p >= best.p) continue
    best = { from, to, p }
    bestT = t
    bestDf = df
  }
  return best === null ? null : { ...best, p: Math.min(1, (best.p * spans.length) / 2) }
}

/**
 * Binomial deviance of a stretch against the periods `from`…`to − 1` but for its own, half a paper taken back for counts being whole;
 * Infinity where there are none, 0 where it does not hold twice their share.
 */
function excess(series: Scanned, inner: { hits: number; totals: number }, from: number, to: number): number {
  if (from >= to) return Infinity
  const m = series.hits.length
  const whole = to - from === m
  const others = between(series.hitsBefore, from, to) - (whole ? inner.hits : 0)
  const all = between(series.totalsBefore, from, to) - (whole ? inner.totals : 0)
  if (inner.hits * all < LEAST_RATIO * others * inner.totals) return 0
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
