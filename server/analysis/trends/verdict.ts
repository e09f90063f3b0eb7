import type { Verdict } from '../../../shared/trend.ts'
import { betaCdf } from '../math/beta.ts'
import { exp, log } from '../math/elementary.ts'
import type { Timeline } from './timeline.ts'

/** What a test found in one series, before it is known how many series were tested. */
export interface TrendTest {
  /** Two-sided p of "no trend and no peak"; null where nothing could be tested. */
  p: number | null
  /** What it would be called if it counts as a discovery. */
  shape: 'emerging' | 'declining' | 'peaked' | 'steady'
  /** Median change of the log-odds of the share per period (Theil-Sen); null where nothing could be tested. */
  size: number | null
}

/** Fewest papers in a series for a test. */
const LEAST_PAPERS = 10
/** Papers that a rise must show in its last third, and how many times the share before. */
const LEAST_RECENT = 5
const LEAST_RATIO = 2
const FALSE_DISCOVERY_RATE = 0.05

/**
 * Tests one series of counts over the complete periods of a timeline for a slope and for a peak.
 * Slope: quasi-binomial logistic regression on the period, t test with the dispersion from the data (never under 1).
 * Peak: the same with a bend at the period where it fits best; both sides must bend, p corrected for the bends tried.
 */
export function testTrend(timeline: Timeline, counts: Int32Array): TrendTest {
  const none: TrendTest = { p: null, shape: 'steady', size: null }
  if (!timeline.testable) return none
  const x: number[] = []
  const hits: number[] = []
  const totals: number[] = []
  timeline.tested.forEach((tested, i) => {
    if (!tested) return
    x.push(i)
    hits.push(counts[i])
    totals.push(timeline.totals[i])
  })
  const papers = hits.reduce((a, b) => a + b, 0)
  if (papers < LEAST_PAPERS || x.length < 6) return none

  // Centred, so that the fit starts near its end.
  const middle = x.reduce((a, b) => a + b, 0) / x.length
  const slope = fitLogistic([x.map(() => 1), x.map((value) => value - middle)], hits, totals)
  const slopeP = slope === null ? 1 : pOfT(slope.t[1], x.length - 2)
  const peak = bestPeak(x, hits, totals)
  const p = Math.min(1, 2 * Math.min(slopeP, peak?.p ?? 1))
  return { p, shape: shapeOf(slope?.coefficients[1] ?? 0, slopeP, peak, hits, totals), size: theilSen(x, hits, totals) }
}

function shapeOf(
  slope: number,
  slopeP: number,
  peak: { p: number; at: number } | null,
  hits: readonly number[],
  totals: readonly number[],
): TrendTest['shape'] {
  const m = hits.length
  const third = Math.max(1, Math.floor(m / 3))
  const share = (from: number, to: number): number => {
    const papers = sum(hits, from, to)
    return (papers + 0.5) / (sum(totals, from, to) + 1)
  }
  if (peak !== null && peak.p < 0.05) {
    const from = Math.max(0, peak.at - 1)
    const to = Math.min(m, peak.at + 2)
    const top = share(from, to)
    // What came after is judged by the later half of it: a fall takes its time.
    const tail = Math.max(1, Math.min(third, Math.floor((m - peak.at - 1) / 2)))
    const before = share(0, Math.max(1, Math.min(third, peak.at - 1)))
    const after = share(m - tail, m)
    if (sum(hits, from, to) >= LEAST_RECENT && top >= LEAST_RATIO * before && top >= LEAST_RATIO * after)
      return 'peaked'
  }
  if (slopeP >= 0.05 && (peak === null || peak.p >= 0.05)) return 'steady'
  const early = share(0, third)
  const late = share(m - third, m)
  if (slope > 0 && sum(hits, m - third, m) >= LEAST_RECENT && late >= LEAST_RATIO * early) return 'emerging'
  if (slope < 0 && sum(hits, 0, third) >= LEAST_RECENT && early >= LEAST_RATIO * late) return 'declining'
  return 'steady'
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += values[i]
  return total
}

/** The bend (an inner period) at which a rise and a fall fit best, with its p over all bends tried; null where none bends down. */
function bestPeak(
  x: readonly number[],
  hits: readonly number[],
  totals: readonly number[],
): { p: number; at: number } | null {
  const m = x.length
  if (m < 8) return null
  let best: { p: number; at: number; deviance: number } | null = null
  let tried = 0
  for (let at = 2; at < m - 2; at++) {
    const up = x.map((value) => Math.min(value, x[at]) - x[at])
    const down = x.map((value) => Math.max(value, x[at]) - x[at])
    const fit = fitLogistic([x.map(() => 1), up, down], hits, totals)
    if (fit === null) continue
    tried++
    if (fit.coefficients[1] <= 0 || fit.coefficients[2] >= 0) continue
    const p = Math.max(pOfT(fit.t[1], m - 3), pOfT(fit.t[2], m - 3))
    if (best === null || fit.deviance < best.deviance) best = { p, at, deviance: fit.deviance }
  }
  return best === null ? null : { p: Math.min(1, best.p * tried), at: best.at }
}

interface LogisticFit {
  coefficients: number[]
  /** Coefficient ÷ standard error, the error scaled by the dispersion. */
  t: number[]
  deviance: number
}

/**
 * Quasi-binomial logistic regression by iteratively reweighted least squares; `columns` are the regressors (the first all ones).
 * Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed., 4.4 and 4.5. Null where it does not settle.
 */
function fitLogistic(
  columns: readonly (readonly number[])[],
  hits: readonly number[],
  totals: readonly number[],
): LogisticFit | null {
  const m = hits.length
  const size = columns.length
  const beta = new Array<number>(size).fill(0)
  const allHits = sum(hits, 0, m)
  const allTotals = sum(totals, 0, m)
  beta[0] = log((allHits + 0.5) / (allTotals - allHits + 0.5))
  let inverse: number[] | null = null
  for (let round = 0; round < 40; round++) {
    const information = new Array<number>(size * size).fill(0)
    const score = new Array<number>(size).fill(0)
    for (let i = 0; i < m; i++) {
      const p = probability(columns, beta, i)
      const weight = Math.max(1e-10, totals[i] * p * (1 - p))
      for (let a = 0; a < size; a++) {
        score[a] += columns[a][i] * (hits[i] - totals[i] * p)
        for (let b = 0; b < size; b++) information[a * size + b] += weight * columns[a][i] * columns[b][i]
      }
    }
    inverse = invert(information, size)
    if (inverse === null) return null
    let change = 0
    for (let a = 0; a < size; a++) {
      let step = 0
      for (let b = 0; b < size; b++) step += inverse[a * size + b] * score[b]
      // A series that is zero on one side drives its slope to infinity; small steps keep the fit finite.
      step = Math.max(-2, Math.min(2, step))
      beta[a] += step
      change = Math.max(change, Math.abs(step))
    }
    if (change < 1e-9) break
    if (Math.abs(beta[0]) > 40) return null
  }
  let pearson = 0
  let deviance = 0
  for (let i = 0; i < m; i++) {
    const p = probability(columns, beta, i)
    const expected = totals[i] * p
    pearson += (hits[i] - expected) ** 2 / Math.max(1e-10, expected * (1 - p))
    if (hits[i] > 0) deviance += 2 * hits[i] * log(hits[i] / expected)
    if (hits[i] < totals[i]) deviance += 2 * (totals[i] - hits[i]) * log((totals[i] - hits[i]) / (totals[i] - expected))
  }
  const dispersion = Math.max(1, pearson / Math.max(1, m - size))
  const t = beta.map((value, a) => value / Math.sqrt(Math.max(1e-300, inverse![a * size + a] * dispersion)))
  return { coefficients: beta, t, deviance }
}

function probability(columns: readonly (readonly number[])[], beta: readonly number[], i: number): number {
  let eta = 0
  for (let a = 0; a < beta.length; a++) eta += beta[a] * columns[a][i]
  return 1 / (1 + exp(-Math.max(-30, Math.min(30, eta))))
}

/** Inverse of a small symmetric positive matrix by Gauss-Jordan elimination; null where it is singular. */
function invert(matrix: readonly number[], n: number): number[] | null {
  const a = [...matrix]
  const inverse = new Array<number>(n * n).fill(0)
  for (let i = 0; i < n; i++) inverse[i * n + i] = 1
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let row = i + 1; row < n; row++) if (Math.abs(a[row * n + i]) > Math.abs(a[pivot * n + i])) pivot = row
    if (Math.abs(a[pivot * n + i]) < 1e-12) return null
    for (let j = 0; j < n; j++) {
      ;[a[i * n + j], a[pivot * n + j]] = [a[pivot * n + j], a[i * n + j]]
      ;[inverse[i * n + j], inverse[pivot * n + j]] = [inverse[pivot * n + j], inverse[i * n + j]]
    }
    const scale = 1 / a[i * n + i]
    for (let j = 0; j < n; j++) {
      a[i * n + j] *= scale
      inverse[i * n + j] *= scale
    }
    for (let row = 0; row < n; row++) {
      if (row === i) continue
      const factor = a[row * n + i]
      for (let j = 0; j < n; j++) {
        a[row * n + j] -= factor * a[i * n + j]
        inverse[row * n + j] -= factor * inverse[i * n + j]
      }
    }
  }
  return inverse
}

/** Two-sided p of Student's t with `df` degrees of freedom. */
function pOfT(t: number, df: number): number {
  return df < 1 ? 1 : betaCdf(df / (df + t * t), df / 2, 0.5)
}

/** Theil-Sen slope of the log-odds, with half a paper added on both sides. */
function theilSen(x: readonly number[], hits: readonly number[], totals: readonly number[]): number {
  const y = hits.map((count, i) => log((count + 0.5) / (totals[i] - count + 0.5)))
  const slopes: number[] = []
  for (let i = 0; i < x.length; i++) for (let j = i + 1; j < x.length; j++) slopes.push((y[j] - y[i]) / (x[j] - x[i]))
  slopes.sort((a, b) => a - b)
  return (slopes[(slopes.length - 1) >> 1] + slopes[slopes.length >> 1]) / 2
}

/**
 * Verdicts of series that were tested together, by the false discovery rate of Benjamini and Hochberg (JRSS B 57, 1995) at 5%.
 * q is the smallest rate at which a series counts; null where it was not tested.
 */
export function judge(tests: readonly TrendTest[]): { verdict: Verdict; qValue: number | null }[] {
  const tested = tests.map((_, i) => i).filter((i) => tests[i].p !== null)
  tested.sort((a, b) => tests[b].p! - tests[a].p! || a - b)
  const q = new Map<number, number>()
  let least = 1
  tested.forEach((i, fromLargest) => {
    least = Math.min(least, (tests[i].p! * tested.length) / (tested.length - fromLargest))
    q.set(i, least)
  })
  return tests.map((test, i) => {
    const qValue = q.get(i) ?? null
    if (qValue === null) return { verdict: 'not enough data', qValue }
    return { verdict: qValue < FALSE_DISCOVERY_RATE ? test.shape : 'steady', qValue }
  })
}
