import { exp, log } from './elementary.ts'

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0 (Lanczos, g = 7, 9 terms; about 15 digits). */
export function logGamma(x: number): number {
  if (x < 0.5) return LOG_PI - log(sinPi(x)) - logGamma(1 - x)
  const z = x - 1
  let sum = 0.99999999999980993
  for (let i = 0; i < LANCZOS.length; i++) sum += LANCZOS[i] / (z + i + 1)
  const t = z + 7.5
  return 0.9189385332046727 + (z + 0.5) * log(t) - t + log(sum)
}

const LOG_PI = 1.1447298858494002

/** sin(πx) for 0 < x < 0.5 by its product-free Taylor series: enough for the reflection of logGamma. */
function sinPi(x: number): number {
  const y = Math.PI * x
  let term = y
  let sum = y
  for (let i = 1; i < 12; i++) {
    term *= -(y * y) / (2 * i * (2 * i + 1))
    sum += term
  }
  return sum
}

/**
 * Regularised incomplete beta function Iₓ(a, b).
 * Formula: continued fraction of Numerical Recipes, 3rd ed., 6.4, evaluated by Lentz's method.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  return belowOf(x, a, b, frontOf(x, a, b, logBeta(a, b)))
}

/** ln B(a, b). */
function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** xᵃ (1 − x)ᵇ ÷ B(a, b): the density of the distribution times x (1 − x). */
function frontOf(x: number, a: number, b: number, logB: number): number {
  return exp(a * log(x) + b * log(1 - x) - logB)
}

function belowOf(x: number, a: number, b: number, front: number): number {
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  d = 1 / (Math.abs(d) < tiny ? tiny : d)
  let h = d
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 + even * d
    c = 1 + even / c
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = Math.abs(c) < tiny ? tiny : c
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + odd * d
    c = 1 + odd / c
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = Math.abs(c) < tiny ? tiny : c
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < 1e-14) break
  }
  return h
}

const MOST_STEPS = 100

/**
 * The x at which Iₓ(a, b) = p, to about 1e-15: Newton's steps from the mean, each kept within what is known to lie below and above, or
 * else halfway between them. Every point of every chart asks for two, so that sixty halvings would be most of the time of an answer.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  const logB = logBeta(a, b)
  let low = 0
  let high = 1
  let x = a / (a + b)
  for (let step = 0; step < MOST_STEPS; step++) {
    const front = frontOf(x, a, b, logB)
    const off = belowOf(x, a, b, front) - p
    if (off === 0) return x
    if (off < 0) low = x
    else high = x
    const next = x - (off * x * (1 - x)) / front
    const to = next > low && next < high ? next : (low + high) / 2
    if (Math.abs(to - x) <= 1e-15 * x) return to
    x = to
  }
  return x
}
