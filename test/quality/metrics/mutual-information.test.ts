import { expect, it } from 'vitest'
import { normalizedMutualInformation } from './mutual-information.ts'

const nmi = (a: number[], b: number[]) => normalizedMutualInformation(Int32Array.from(a), Int32Array.from(b))

it('is 1 for the same partition under other numbers, 0 for independent ones', () => {
  expect(nmi([0, 0, 1, 2], [2, 2, 0, 1])).toBeCloseTo(1, 12)
  expect(nmi([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(0, 12)
})

it('divides by the arithmetic mean of the entropies', () => {
  // Worked out by hand: I = ½·ln(4/3) + ¼·ln(2/3) + ¼·ln 2; H = ln 2 and ¾·ln(4/3) + ¼·ln 4.
  const information = 0.5 * Math.log(4 / 3) + 0.25 * Math.log(2 / 3) + 0.25 * Math.log(2)
  const entropies = [Math.log(2), 0.75 * Math.log(4 / 3) + 0.25 * Math.log(4)]
  expect(nmi([0, 0, 1, 1], [0, 0, 0, 1])).toBeCloseTo(information / ((entropies[0] + entropies[1]) / 2), 12)
  expect(nmi([0, 0, 1, 1], [0, 0, 0, 1])).toBeCloseTo(0.3437, 4)
})

it('is 1 for two partitions into one cluster, 0 where only one of them says anything', () => {
  expect(nmi([0, 0, 0], [0, 0, 0])).toBe(1)
  expect(nmi([0, 1, 2], [0, 0, 0])).toBe(0)
})
