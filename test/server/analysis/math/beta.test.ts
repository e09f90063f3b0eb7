import { describe, expect, it } from 'vitest'
import { betaCdf, betaQuantile, logGamma } from '../../../../server/analysis/math/beta.ts'

// Values of SciPy 1.10 (scipy.stats.beta, scipy.special.gammaln).
describe('beta distribution', () => {
  it('knows ln Γ', () => {
    expect(logGamma(0.1)).toBeCloseTo(2.25271265, 8)
    expect(logGamma(1)).toBeCloseTo(0, 12)
    expect(logGamma(2.5)).toBeCloseTo(0.28468287, 8)
    expect(logGamma(100)).toBeCloseTo(359.134205, 5)
  })
  it('knows its distribution function', () => {
    expect(betaCdf(0.3, 2, 5)).toBeCloseTo(0.579825, 12)
    expect(betaCdf(0.9, 0.5, 0.5)).toBeCloseTo(0.7951672353008665, 12)
    expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3)]).toEqual([0, 1])
  })
  it('knows its quantiles', () => {
    expect(betaQuantile(0.025, 5.5, 95.5)).toBeCloseTo(0.019331811985866736, 12)
    expect(betaQuantile(0.975, 0.5, 39.5)).toBeCloseTo(0.06199038426935265, 12)
  })
  it('inverts itself', () => {
    for (const [a, b] of [
      [0.5, 0.5],
      [3, 40],
      [212.5, 4959.5],
    ] as const) {
      for (const p of [0.001, 0.025, 0.5, 0.9, 0.999]) expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9)
    }
  })
})
