import { expect, it } from 'vitest'
import { digamma, inverseTrigamma, trigamma } from '../../../../server/analysis/math/digamma.ts'

it('knows ψ and ψ′ (Abramowitz and Stegun, 6.3.2, 6.3.3 and 6.4.2)', () => {
  const euler = 0.5772156649015329
  expect(digamma(1)).toBeCloseTo(-euler, 12)
  expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.log(2), 11)
  expect(digamma(2)).toBeCloseTo(1 - euler, 12)
  expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 10)
  expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 10)
})

it('turns ψ′ round', () => {
  for (const x of [0.2, 1, 3.7, 50, 4000]) expect(inverseTrigamma(trigamma(x)) / x).toBeCloseTo(1, 8)
})
