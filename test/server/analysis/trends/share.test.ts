import { expect, it } from 'vitest'
import { jeffreysInterval } from '../../../../server/analysis/trends/share.ts'

it('knows the Jeffreys interval (SciPy)', () => {
  const interval = jeffreysInterval(3, 40)
  expect(interval.low).toBeCloseTo(0.02157667, 8)
  expect(interval.high).toBeCloseTo(0.1868143, 7)
  expect(jeffreysInterval(0, 10).low).toBe(0)
  expect(jeffreysInterval(0, 10).high).toBeCloseTo(0.217196268, 8)
  expect(jeffreysInterval(10, 10)).toEqual({ low: expect.closeTo(0.78280373, 8), high: 1 })
})
