import { expect, it } from 'vitest'
import { adjustedRandIndex, meanAgreement } from '../../../../server/analysis/topics/agreement.ts'

const of = (...values: number[]): Int32Array => Int32Array.from(values)

it('knows a value of scikit-learn', () => {
  expect(adjustedRandIndex(of(0, 0, 1, 1, 2, 2), of(0, 0, 1, 2, 2, 2))).toBeCloseTo(0.4444444444444444, 12)
})

it('is 1 for the same partition under other names, and about 0 by chance', () => {
  expect(adjustedRandIndex(of(0, 0, 1, 1), of(5, 5, 2, 2))).toBe(1)
  expect(adjustedRandIndex(of(0, 1, 0, 1), of(0, 0, 1, 1))).toBeLessThan(0.01)
  expect(adjustedRandIndex(of(0, 0), of(0, 0))).toBe(1)
})

it('means over pairs', () => {
  expect(meanAgreement([of(0, 1)])).toBeNull()
  expect(meanAgreement([of(0, 0, 1, 1), of(1, 1, 0, 0), of(0, 0, 1, 1)])).toBe(1)
})
