import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { jeffreysInterval } from '../../../../server/analysis/trends/share.ts'
import { buildTimeline, type Timeline } from '../../../../server/analysis/trends/timeline.ts'
import { judge, testTrend } from '../../../../server/analysis/trends/verdict.ts'

/** Twenty years with 200 papers each. */
const YEARS = 20
const TOTAL = 200
function years(): Timeline {
  const n = YEARS * TOTAL
  const firstDay = Int32Array.from({ length: n }, (_, i) => Math.round((i % YEARS) * 365.25) + 100)
  return buildTimeline(
    { firstDay, lastDay: firstDay.map((day) => day + 300), precision: new Uint8Array(n).fill(1) },
    'year',
  )
}
const timeline = years()
const counts = (share: (year: number) => number): Int32Array =>
  Int32Array.from({ length: YEARS }, (_, year) => Math.round(TOTAL * share(year)))
const verdictOf = (series: Int32Array): string => judge([testTrend(timeline, series)])[0].verdict

describe('verdicts', () => {
  it.each([
    ['emerging', counts((year) => 0.01 + 0.008 * year)],
    ['declining', counts((year) => 0.17 - 0.008 * year)],
    ['peaked', counts((year) => (year < 5 || year > 15 ? 0.005 : 0.005 + 0.03 * (5 - Math.abs(year - 10))))],
    ['steady', counts(() => 0.06)],
    ['not enough data', counts((year) => (year === 3 ? 0.02 : 0))],
  ])('calls it %s', (verdict, series) => {
    expect(verdictOf(series)).toBe(verdict)
  })

  it('gives the size as log-odds a period', () => {
    const logistic = counts((year) => 1 / (1 + Math.exp(3 - 0.15 * year)))
    expect(testTrend(timeline, logistic).size).toBeCloseTo(0.15, 1)
  })

  it('finds next to nothing where there is nothing', () => {
    const random = createRandom(11)
    const noise = Array.from({ length: 200 }, () =>
      counts(() => 0).map(() =>
        Array.from({ length: TOTAL }, () => Number(random.next() < 0.05)).reduce((a, b) => a + b, 0),
      ),
    )
    // 200 true nulls judged together: any discovery at all is rare, and a handful would be a fault.
    expect(
      judge(noise.map((series) => testTrend(timeline, series))).filter(({ verdict }) => verdict !== 'steady').length,
    ).toBeLessThanOrEqual(1)
  })

  it('tests nothing on too few dates', () => {
    const few = buildTimeline(
      {
        firstDay: Int32Array.of(1, 400, 800),
        lastDay: Int32Array.of(1, 400, 800),
        precision: new Uint8Array(3).fill(3),
      },
      'auto',
    )
    expect(few.testable).toBe(false)
    expect(testTrend(few, new Int32Array(few.periods.length)).p).toBeNull()
  })
})

it('judges together: q is at least p and never falls behind a smaller p', () => {
  const tests = [0.001, 0.01, 0.02, 0.5, null].map((p) => ({ p, shape: 'emerging' as const, size: 0 }))
  const q = judge(tests).map(({ qValue }) => qValue)
  expect(q.slice(0, 4).map((value) => Math.round(value! * 1e4) / 1e4)).toEqual([0.004, 0.02, 0.0267, 0.5])
  expect(q[4]).toBeNull()
})

it('knows the Jeffreys interval (SciPy)', () => {
  const interval = jeffreysInterval(3, 40)
  expect(interval.low).toBeCloseTo(0.02157667, 8)
  expect(interval.high).toBeCloseTo(0.1868143, 7)
  expect(jeffreysInterval(0, 10).low).toBe(0)
  expect(jeffreysInterval(0, 10).high).toBeCloseTo(0.217196268, 8)
  expect(jeffreysInterval(10, 10)).toEqual({ low: expect.closeTo(0.78280373, 8), high: 1 })
})
