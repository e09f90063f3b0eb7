import { expect, it } from 'vitest'
import { theilSen } from '../../../../server/analysis/trends/slope.ts'

/** Papers of m periods whose log-odds rise by `slope` a period from −4, of 10,000 each. */
function series(m: number, slope: number): [Float64Array, Float64Array, Float64Array] {
  const x = Float64Array.from({ length: m }, (_, i) => i)
  const totals = new Float64Array(m).fill(10_000)
  const hits = x.map((at) => Math.round(10_000 / (1 + Math.exp(4 - slope * at))))
  return [x, hits, totals]
}

it('is the change of the log-odds per period, however many periods there are', () => {
  for (const m of [12, 200, 201, 450, 1999]) {
    const slope = 3 / m
    expect(theilSen(...series(m, slope)) / slope).toBeCloseTo(1, 1)
    expect(theilSen(...series(m, -slope)) / -slope).toBeCloseTo(1, 1)
  }
})

it('is 0 where nothing was found', () => {
  expect(theilSen(Float64Array.of(0, 1, 2), new Float64Array(3), Float64Array.of(5, 5, 5))).toBe(0)
})
