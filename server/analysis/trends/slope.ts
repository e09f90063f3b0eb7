import { exp, log } from '../math/elementary.ts'
import { median } from '../math/median.ts'
import { moderate } from './dispersion.ts'
import { USUAL_PRIOR } from './dispersion-prior.ts'
import { upperTail } from './student.ts'

/** A logistic line through the shares of a series. */
export interface Slope {
  /** Change of the log-odds per period. */
  slope: number
  /** Two-sided p of no change. */
  p: number
}

const MOST_ROUNDS = 40

/**
 * Tests whether the share rises or falls with time: quasi-binomial logistic regression on the period, by iteratively reweighted least
 * squares; the likelihood ratio over the dispersion as the square of Student's t (the ratio, for a series that is 0 on one side has no
 * standard error worth the name). `x` are the periods, `hits` of `totals` papers in each.
 * Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed., 4.4, 4.5 and 9.2. Null where it does not settle.
 */
export function testSlope(x: Float64Array, hits: Float64Array, totals: Float64Array): Slope | null {
  const m = x.length
  let allHits = 0
  let all = 0
  let middle = 0
  for (let i = 0; i < m; i++) {
    allHits += hits[i]
    all += totals[i]
    middle += x[i] / m
  }
  if (allHits === 0 || allHits === all) return null
  let level = log(allHits / (all - allHits))
  let slope = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let [w, wx, wxx, score, scoreX] = [0, 0, 0, 0, 0]
    for (let i = 0; i < m; i++) {
      // Centred, so that the fit starts near its end.
      const at = x[i] - middle
      const p = probability(level + slope * at)
      const weight = Math.max(1e-10, totals[i] * p * (1 - p))
      const off = hits[i] - totals[i] * p
      w += weight
      wx += weight * at
      wxx += weight * at * at
      score += off
      scoreX += off * at
    }
    const determinant = w * wxx - wx * wx
    if (!(determinant > 1e-12)) return null
    // A series that is 0 on one side drives its slope far out; small steps keep the fit finite.
    const stepLevel = clamp((wxx * score - wx * scoreX) / determinant)
    const stepSlope = clamp((w * scoreX - wx * score) / determinant)
    level += stepLevel
    slope += stepSlope
    if (Math.abs(stepLevel) + Math.abs(stepSlope) < 1e-9) break
    if (Math.abs(level) > 60) return null
  }
  let pearson = 0
  let gain = 0
  const flat = allHits / all
  for (let i = 0; i < m; i++) {
    const p = probability(level + slope * (x[i] - middle))
    const expected = totals[i] * p
    pearson += (hits[i] - expected) ** 2 / Math.max(1e-10, expected * (1 - p))
    if (hits[i] > 0) gain += 2 * hits[i] * log(p / flat)
    if (hits[i] < totals[i]) gain += 2 * (totals[i] - hits[i]) * log((1 - p) / (1 - flat))
  }
  // What bends away from the line counts as noise here, and of that other series tell nothing.
  const { factor, df } = moderate(pearson, m - 2, USUAL_PRIOR)
  return { slope, p: Math.min(1, 2 * upperTail(Math.sqrt(Math.max(0, gain) / factor), df)) }
}

const clamp = (step: number): number => Math.max(-2, Math.min(2, step))

function probability(eta: number): number {
  return 1 / (1 + exp(-Math.max(-30, Math.min(30, eta))))
}

/**
 * Theil-Sen slope of the log-odds per period: the median over all pairs of periods of which at least one holds a paper. Half a paper of
 * a period of mean size is added on both sides, in proportion to the period: none at all is the same in large and in small ones.
 * Of more than 200 periods, neighbours are taken together first, as there are as many pairs as their square.
 * Source: Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968).
 */
export function theilSen(periods: Float64Array, everyHit: Float64Array, everyTotal: Float64Array): number {
  const [x, hits, totals] = [periods, everyHit, everyTotal].map((values) => joined(values))
  const m = x.length
  for (let i = 0; i < m; i++) x[i] /= groupSize(periods.length, i)
  let mean = 0
  for (const total of totals) mean += total / m
  const y = hits.map((count, i) => {
    const added = (0.5 * totals[i]) / mean
    return log((count + added) / (totals[i] - count + added))
  })
  if (slopes.length < (m * (m - 1)) / 2) slopes = new Float64Array((m * (m - 1)) / 2)
  let size = 0
  for (let i = 0; i < m; i++) {
    for (let j = i + 1; j < m; j++) if (hits[i] + hits[j] > 0) slopes[size++] = (y[j] - y[i]) / (x[j] - x[i])
  }
  return size === 0 ? 0 : median(slopes.subarray(0, size))
}

/** Room for the slopes of all pairs: thousands of series after each other would each ask for theirs. */
let slopes = new Float64Array(0)

/** Periods, or groups of neighbouring ones, of which all pairs are looked at. */
const MOST_PERIODS = 200

/** How many periods stand together in each group of `m`, and in group `i` of them: the last one may have fewer. */
function groupWidth(m: number): number {
  return Math.ceil(m / MOST_PERIODS)
}
function groupSize(m: number, i: number): number {
  const width = groupWidth(m)
  return Math.min(width, m - i * width)
}

/** The sums of groups of neighbours. */
function joined(values: Float64Array): Float64Array {
  const width = groupWidth(values.length)
  if (width === 1) return values.slice()
  const sums = new Float64Array(Math.ceil(values.length / width))
  values.forEach((value, i) => (sums[Math.floor(i / width)] += value))
  return sums
}
