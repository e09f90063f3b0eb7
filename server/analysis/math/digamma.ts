import { log } from './elementary.ts'

/**
 * ψ(x), the derivative of ln Γ, for x > 0; about 11 digits.
 * Formula: recurrence up to 8, then the asymptotic series, Abramowitz and Stegun 6.3.5 and 6.3.18.
 */
export function digamma(x: number): number {
  let shift = 0
  let at = x
  for (; at < 8; at++) shift -= 1 / at
  const r = 1 / (at * at)
  return shift + log(at) - 0.5 / at - r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r / 132))))
}

/** ψ′(x) for x > 0; formulas: Abramowitz and Stegun 6.4.6 and 6.4.12. */
export function trigamma(x: number): number {
  let shift = 0
  let at = x
  for (; at < 8; at++) shift += 1 / (at * at)
  const r = 1 / (at * at)
  return shift + 1 / at + r / 2 + (r / at) * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r / 30)))
}

/** The x > 0 of which ψ′(x) is `value` > 0, by bisection: ψ′ falls from ∞ to 0. */
export function inverseTrigamma(value: number): number {
  let low = 1e-6
  let high = 1e6
  for (let i = 0; i < 100; i++) {
    const middle = Math.sqrt(low * high)
    if (trigamma(middle) > value) low = middle
    else high = middle
  }
  return Math.sqrt(low * high)
}
