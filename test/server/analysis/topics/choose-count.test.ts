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

it('takes the most stable, the larger of equals, and heeds coverage', () => {
  const chosen = (counts: Parameters<typeof chooseCount>[0]): number =>
    chooseCount(counts).find((count) => count.chosen)!.topics
  expect(
    chosen([
      { topics: 5, stability: 0.5 },
      { topics: 6, stability: 0.7 },
      { topics: 7, stability: 0.6 },
    ]),
  ).toBe(6)
  expect(
    chosen([
      { topics: 5, stability: 0.7 },
      { topics: 6, stability: 0.7 },
    ]),
  ).toBe(6)
  expect(
    chosen([
      { topics: 5, stability: 0.7, coverage: 1 },
      { topics: 6, stability: 0.75, coverage: 0.8 },
    ]),
  ).toBe(5)
})
