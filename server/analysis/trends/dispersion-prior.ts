import { digamma, inverseTrigamma, trigamma } from '../math/digamma.ts'
import { exp, log } from '../math/elementary.ts'
import { neighbourSquares, type Dispersion } from './dispersion.ts'
import type { Timeline } from './timeline.ts'

/**
 * What is taken for known where too few series are there to learn it from: over the phrases of a large collection the factor is 1.6 at
 * the median and 5.3 at the 90th percentile, as a scaled inverse χ² of about 4 degrees of freedom would have it.
 */
export const USUAL_PRIOR: Dispersion = { factor: 1.6, df: 4 }

/** Fewest series to learn from, and papers that each must hold for every tested period. */
const LEAST_SERIES = 50
const LEAST_MEAN = 2
/** Beyond this, more degrees of freedom say no more. */
const MOST_DF = 100
/** The largest are cut to this quantile: they are what really jumps, not what varies. */
const CUT = 0.9

/**
 * How much the series of a collection (papers of each period) vary beyond chance, and how alike they are in that: the factor and degrees
 * of freedom of a scaled inverse χ² from the mean and variance of the logarithms of their own factors.
 * Source: Smyth, "Linear models and empirical Bayes methods", SAGMB 3 (2004), section 6.2; cutting the largest is ours.
 */
export function learnPrior({ tested, totals }: Timeline, series: readonly Int32Array[]): Dispersion {
  const periods = tested.flatMap((yes, i) => (yes ? [i] : []))
  const papers = Float64Array.from(periods, (period) => totals[period])
  const found: { e: number; spread: number }[] = []
  const hits = new Float64Array(periods.length)
  for (const counts of series) {
    let sum = 0
    for (let i = 0; i < hits.length; i++) sum += hits[i] = counts[periods[i]]
    if (sum < LEAST_MEAN * periods.length) continue
    const { squares, df } = neighbourSquares(hits, papers, -1, -1)
    if (df < 2 || squares === 0) continue
    found.push({ e: log(squares / df) - digamma(df / 2) + log(df / 2), spread: trigamma(df / 2) })
  }
  if (found.length < LEAST_SERIES) return USUAL_PRIOR
  const sorted = Float64Array.from(found, ({ e }) => e).sort()
  const most = sorted[Math.floor(CUT * (sorted.length - 1))]
  const cut = sorted.map((e) => Math.min(e, most))
  const mean = cut.reduce((a, b) => a + b, 0) / cut.length
  const variance = cut.reduce((a, b) => a + (b - mean) ** 2, 0) / (cut.length - 1)
  const own = variance - found.reduce((a, { spread }) => a + spread, 0) / found.length
  const df = own <= trigamma(MOST_DF / 2) ? MOST_DF : 2 * inverseTrigamma(own)
  return { factor: Math.max(1, exp(mean + digamma(df / 2) - log(df / 2))), df }
}
