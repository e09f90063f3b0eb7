import { expect, it } from 'vitest'
import { burstsOf } from '../../../../server/analysis/trends/bursts.ts'
import { buildTimeline } from '../../../../server/analysis/trends/timeline.ts'

const YEARS = 10
const TOTAL = 100
const n = YEARS * TOTAL
const firstDay = Int32Array.from({ length: n }, (_, i) => Math.round((i % YEARS) * 365.25) + 10)
const timeline = buildTimeline(
  { firstDay, lastDay: firstDay.map((day) => day + 360), precision: new Uint8Array(n).fill(1) },
  'year',
)
const bursts = (...counts: number[]) => burstsOf(timeline, Int32Array.from(counts))

it('finds where a series runs at twice its usual share', () => {
  const [only, ...more] = bursts(4, 4, 4, 4, 24, 20, 4, 4, 4, 4)
  expect(more).toEqual([])
  expect(only).toMatchObject({ from: '1974', to: '1975' })
  // By hand: usual share 76/1000, high 152/1000; Σ hits·ln 2 + misses·ln((1 − .152)/(1 − .076)) over both years.
  expect(only.weight).toBeCloseTo(44 * Math.log(2) + 156 * Math.log(0.848 / 0.924), 5)
})

it('finds several, and one at the very end', () => {
  expect(bursts(0, 20, 0, 0, 0, 0, 0, 0, 0, 25).map(({ from, to }) => [from, to])).toEqual([
    ['1971', '1971'],
    ['1979', '1979'],
  ])
})

it('finds none in what is even, empty or everywhere', () => {
  expect(bursts(5, 6, 5, 4, 5, 6, 5, 5, 4, 5)).toEqual([])
  expect(bursts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).toEqual([])
  expect(bursts(...Array.from({ length: YEARS }, () => TOTAL))).toEqual([])
})
