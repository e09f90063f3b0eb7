import { expect, it } from 'vitest'
import { judge } from '../../../../server/analysis/trends/false-discovery.ts'

const tests = (...p: (number | null)[]) =>
  p.map((one) => ({ p: one, shape: 'emerging' as const, size: 0, stretch: null, strength: 0 }))
const rounded = (group: { qValue: number | null }[]) =>
  group.map(({ qValue }) => (qValue === null ? null : Math.round(qValue * 1e4) / 1e4))

it('judges together: q is at least p and never falls behind a smaller p', () => {
  expect(rounded(judge([tests(0.001, 0.01, 0.02, 0.5, null)])[0])).toEqual([0.004, 0.02, 0.0267, 0.5, null])
})

it('gives each group the same weight, however many it holds', () => {
  const nothing = Array.from({ length: 1000 }, () => 1)
  const [few, many] = judge([tests(0.004, 0.9), tests(...nothing)])
  // Half the weight for two series: 0.004 × 2 groups × 2 series.
  expect(rounded(few)[0]).toBe(0.016)
  expect(few[0].verdict).toBe('emerging')
  expect(many.every(({ verdict }) => verdict === 'steady')).toBe(true)
  // Alone it would have been lost among the thousand.
  expect(rounded(judge([tests(0.004, ...nothing)])[0])[0]).toBe(1)
})

it('takes no weight for a group of which nothing was tested', () => {
  expect(rounded(judge([tests(0.01), tests(null, null), []])[0])).toEqual([0.01])
})
