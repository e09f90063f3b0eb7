import { expect, it } from 'vitest'
import { createRandom, sample, shuffled } from '../../../../server/analysis/math/random.ts'

it('repeats for one seed and differs for another seed or stream', () => {
  const draw = (seed: number, stream?: number): number[] => {
    const random = createRandom(seed, stream)
    return Array.from({ length: 5 }, () => random.next())
  }
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
  expect(draw(1)).not.toEqual(draw(1, 1))
})

it('draws evenly and normally', () => {
  const random = createRandom(3)
  const counts = new Array<number>(10).fill(0)
  let sum = 0
  let squares = 0
  for (let i = 0; i < 100_000; i++) {
    counts[random.below(10)]++
    const z = random.normal()
    sum += z
    squares += z * z
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  expect(sum / 100_000).toBeCloseTo(0, 1)
  expect(squares / 100_000).toBeCloseTo(1, 1)
})

it('shuffles and samples without repeats', () => {
  expect([...shuffled(100, createRandom(1))].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i))
  const drawn = [...sample(100, 30, createRandom(1))]
  expect(new Set(drawn).size).toBe(30)
  expect(drawn).toEqual([...drawn].sort((a, b) => a - b))
  expect(sample(5, 30, createRandom(1))).toHaveLength(5)
})
