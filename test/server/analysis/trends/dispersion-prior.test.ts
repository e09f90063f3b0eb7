import { expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { learnPrior, USUAL_PRIOR } from '../../../../server/analysis/trends/dispersion-prior.ts'
import { buildTimeline } from '../../../../server/analysis/trends/timeline.ts'

const YEARS = 20
const TOTAL = 300
const n = YEARS * TOTAL
const firstDay = Int32Array.from({ length: n }, (_, i) => Math.round((i % YEARS) * 365.25) + 10)
const timeline = buildTimeline(
  { firstDay, lastDay: firstDay.map((day) => day + 360), precision: new Uint8Array(n).fill(1) },
  'year',
)
const random = createRandom(4)
/** Series of a share of 5%, in which papers come in clumps of `size`: the variance is that many times the binomial one. */
const clumped = (count: number, size: number) =>
  Array.from({ length: count }, () =>
    Int32Array.from({ length: YEARS }, () => {
      let clumps = 0
      for (let i = 0; i < TOTAL / size; i++) if (random.next() < 0.05) clumps++
      return clumps * size
    }),
  )

it('learns that nothing varies beyond chance, and is sure of it', () => {
  const { factor, df } = learnPrior(timeline, clumped(400, 1))
  expect(factor).toBeLessThan(1.1)
  expect(df).toBeGreaterThan(50)
})

it('learns how much papers clump', () => {
  const { factor } = learnPrior(timeline, clumped(400, 3))
  expect(factor).toBeGreaterThan(2.4)
  expect(factor).toBeLessThan(3.4)
})

it('is less sure where series differ in that', () => {
  const { df } = learnPrior(
    timeline,
    [1, 2, 4, 8].flatMap((size) => clumped(100, size)),
  )
  expect(df).toBeLessThan(10)
})

it('takes the usual where there are too few series', () => {
  expect(learnPrior(timeline, clumped(20, 1))).toEqual(USUAL_PRIOR)
})
