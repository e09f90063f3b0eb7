import { expect, it } from 'vitest'
import { exp, expSingle, log, log2, pow } from '../../../../server/analysis/math/elementary.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'

it('follows the platform within two units in the last place', () => {
  const random = createRandom(1)
  let worst = 0
  for (let i = 0; i < 20_000; i++) {
    const x = (random.next() - 0.5) * 1400
    worst = Math.max(worst, Math.abs(exp(x) - Math.exp(x)) / Math.exp(x))
    const y = Math.exp((random.next() - 0.5) * 1400)
    worst = Math.max(worst, Math.abs(log(y) - Math.log(y)) / Math.abs(Math.log(y)))
  }
  expect(worst).toBeLessThan(4.5e-16)
})

it('holds at the edges', () => {
  expect([exp(0), exp(-Infinity), exp(Infinity), exp(1000), exp(-1000)]).toEqual([1, 0, Infinity, Infinity, 0])
  expect([log(1), log(0), log(Infinity)]).toEqual([0, -Infinity, Infinity])
  expect(log(-1)).toBeNaN()
  expect(exp(NaN)).toBeNaN()
  expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10)
  expect(log2(8)).toBeCloseTo(3, 14)
  expect(pow(2, 10)).toBeCloseTo(1024, 10)
  expect([pow(0, 2), pow(0, 0)]).toEqual([0, 1])
})

it('follows the platform in Float32, where four numbers are done at a time', () => {
  const random = createRandom(2)
  let worst = 0
  for (let i = 0; i < 20_000; i++) {
    const x = Math.fround((random.next() - 1) * 87)
    worst = Math.max(worst, Math.abs(expSingle(x) - Math.exp(x)) / Math.exp(x))
    expect(Math.fround(expSingle(x))).toBe(expSingle(x))
  }
  expect(worst).toBeLessThan(1.2e-7)
  expect(expSingle(0)).toBe(1)
})
