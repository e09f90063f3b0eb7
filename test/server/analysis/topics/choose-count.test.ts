import { expect, it } from 'vitest'
import { candidateCounts, chooseCount } from '../../../../server/analysis/topics/choose-count.ts'

it('proposes sane numbers from one paper to a million', () => {
  for (const n of [1, 2, 3, 5, 20, 39, 100, 1000, 54_160, 1_000_000]) {
    const counts = candidateCounts(n)
    expect(counts[0]).toBeGreaterThanOrEqual(1)
    expect(counts.at(-1)).toBeLessThanOrEqual(Math.max(1, Math.min(112, n / 3)))
    expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b))
  }
  expect(candidateCounts(39, 12)).toEqual([5, 6, 7, 8, 9, 10])
})

it('takes the most stable, the larger of those as stable, and heeds coverage', () => {
  const chosen = (...[counts, tolerance]: Parameters<typeof chooseCount>): number =>
    chooseCount(counts, tolerance).find((count) => count.chosen)!.topics
  const plain = [
    { topics: 5, stability: 0.5 },
    { topics: 6, stability: 0.7 },
    { topics: 7, stability: 0.68 },
  ]
  expect(chosen(plain)).toBe(6)
  expect(chosen(plain, 0.03)).toBe(7)
  const split = [
    { topics: 5, stability: 0.7, coverage: 1 },
    { topics: 6, stability: 0.9, coverage: 0.8 },
  ]
  expect(chosen(split)).toBe(5)
  expect(chosen(split.slice(1))).toBe(6)
})
