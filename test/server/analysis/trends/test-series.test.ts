import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { buildTimeline, type Timeline } from '../../../../server/analysis/trends/timeline.ts'
import { judge } from '../../../../server/analysis/trends/false-discovery.ts'
import { planTests, testSeries, type TrendTest } from '../../../../server/analysis/trends/test-series.ts'

/** Twenty years with 200 papers each. */
const YEARS = 20
const TOTAL = 200
function years(count: number): Timeline {
  const n = count * TOTAL
  const firstDay = Int32Array.from({ length: n }, (_, i) => Math.round((i % count) * 365.25) + 100)
  return buildTimeline(
    { firstDay, lastDay: firstDay.map((day) => day + 300), precision: new Uint8Array(n).fill(1) },
    'year',
  )
}
const timeline = years(YEARS)
const counts = (share: (year: number) => number): Int32Array =>
  Int32Array.from({ length: YEARS }, (_, year) => Math.round(TOTAL * share(year)))
const testOf = (series: Int32Array): TrendTest => testSeries(planTests(timeline), series)
const verdictOf = (series: Int32Array): string => judge([[testOf(series)]])[0][0].verdict

describe('verdicts', () => {
  it.each([
    ['emerging', counts((year) => 0.01 + 0.008 * year)],
    ['declining', counts((year) => 0.17 - 0.008 * year)],
    ['peaked', counts((year) => (year < 5 || year > 15 ? 0.005 : 0.005 + 0.03 * (5 - Math.abs(year - 10))))],
    ['steady', counts(() => 0.06)],
    ['not enough data', counts((year) => (year === 3 ? 0.02 : 0))],
    // Short and sharp: nothing, then three years, the first the highest, then next to nothing.
    ['peaked', counts((year) => [0.09, 0.06, 0.04][year - 12] ?? (year > 14 ? 0.005 : 0))],
    // All of it in the last two years, too late for a line through twenty.
    ['emerging', counts((year) => (year >= 18 ? 0.12 : 0.005))],
    ['declining', counts((year) => (year < 2 ? 0.15 : 0.005))],
    // High at first, then rising from next to nothing: neither.
    ['steady', counts((year) => (year < 2 ? 0.15 : 0.01 + 0.002 * year))],
    // Surely not flat, but never twice what it was.
    ['steady', counts((year) => 0.3 + 0.008 * year)],
    // Every other year, as a biennial venue has it.
    ['steady', counts((year) => (year % 2 === 0 ? 0.01 : 0.15))],
  ])('calls it %s', (verdict, series) => {
    expect(verdictOf(series)).toBe(verdict)
  })

  it.each([
    // Falls for years, never to the half of its peak: it does not emerge any more.
    ['peaked', counts((year) => (year < 8 ? 0 : year < 13 ? 0.24 : 0.13))],
    // A bend in the last two years is no peak: that much comes by chance.
    ['emerging', counts((year) => (year < 8 ? 0.005 : year < 18 ? 0.1 : 0.085))],
    // High from the beginning, a little higher in its middle, then gone.
    ['declining', counts((year) => (year < 5 ? 0.12 : year < 8 ? 0.15 : 0.01))],
  ])('calls by its peak only what surely rose and fell: %s', (verdict, series) => {
    expect(verdictOf(series)).toBe(verdict)
  })

  it('takes one of many periods for an event, not for a trend', () => {
    const many = planTests(years(66))
    const spike = (width: number) =>
      Int32Array.from({ length: 66 }, (_, i) => (i >= 20 && i < 20 + width ? 60 : i % 3 === 0 ? 2 : 3))
    const verdict = (width: number): string => judge([[testSeries(many, spike(width))]])[0][0].verdict
    expect([1, 4].map(verdict)).toEqual(['steady', 'peaked'])
    const atEnd = Int32Array.from({ length: 66 }, (_, i) => (i === 65 ? 60 : i % 3 === 0 ? 2 : 3))
    expect(judge([[testSeries(many, atEnd)]])[0][0].verdict).toBe('steady')
  })

  it('says where the peak lies', () => {
    const { stretch } = testOf(counts((year) => [0.09, 0.06, 0.04][year - 12] ?? 0))
    expect(stretch).not.toBeNull()
    expect(stretch!.from).toBe(12)
    expect(stretch!.to).toBeGreaterThanOrEqual(12)
    expect(stretch!.to).toBeLessThanOrEqual(14)
  })

  it('gives the size as log-odds a period', () => {
    const logistic = counts((year) => 1 / (1 + Math.exp(3 - 0.15 * year)))
    expect(testOf(logistic).size).toBeCloseTo(0.15, 1)
  })

  it('finds next to nothing where there is nothing', () => {
    const random = createRandom(11)
    const noise = Array.from({ length: 200 }, () =>
      counts(() => 0).map(() =>
        Array.from({ length: TOTAL }, () => Number(random.next() < 0.05)).reduce((a, b) => a + b, 0),
      ),
    )
    // 200 true nulls judged together: any discovery at all is rare, and a handful would be a fault.
    expect(judge([noise.map(testOf)])[0].filter(({ verdict }) => verdict !== 'steady').length).toBeLessThanOrEqual(1)
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
    expect(testSeries(planTests(few), new Int32Array(few.periods.length)).p).toBeNull()
  })
})
