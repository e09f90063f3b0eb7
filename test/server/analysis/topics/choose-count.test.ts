import { expect, it } from 'vitest'
import type { TopicChoice } from '../../../../shared/analysis.ts'
import {
  candidateCounts,
  chooseCount,
  type CountEvidence,
  wideCounts,
} from '../../../../server/analysis/topics/choose-count.ts'

const SIZES = [1, 2, 3, 5, 10, 20, 39, 100, 500, 1000, 54_160, 200_000, 1_000_000]

const evidence = (stability: Record<number, number>, wide: readonly number[] = []): CountEvidence[] =>
  Object.entries(stability).map(([topics, value]) => ({
    topics: Number(topics),
    stability: value,
    wide: wide.includes(Number(topics)),
  }))
const taken = (counts: readonly CountEvidence[], choice: TopicChoice = 'auto', tolerance = 0): number =>
  chooseCount(counts, tolerance, choice).find(({ chosen }) => chosen)!.topics
const roles = (counts: readonly CountEvidence[]) =>
  Object.fromEntries(chooseCount(counts).flatMap(({ role, topics }) => (role === undefined ? [] : [[role, topics]])))

it('proposes sane numbers from one paper to a million', () => {
  for (const n of SIZES) {
    const counts = candidateCounts(n)
    expect(counts[0]).toBeGreaterThanOrEqual(1)
    expect(counts.at(-1)).toBeLessThanOrEqual(Math.max(1, Math.min(112, n / 3)))
    expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b))
  }
  expect(candidateCounts(39, 12)).toEqual([5, 6, 7, 8, 9, 10])
})

it('takes the usual number where the evidence does not tell numbers apart', () => {
  const at = (towards: number): number =>
    chooseCount(evidence({ 18: 0.66, 22: 0.62, 26: 0.64, 30: 0.6, 34: 0.68 }), 0.05, 'auto', towards).find(
      ({ chosen }) => chosen,
    )!.topics
  expect(at(26)).toBe(26)
  expect(at(29)).toBe(26)
  expect(at(10)).toBe(18)
  expect(at(40)).toBe(34)
})

it('reaches further down and up without meeting the usual numbers', () => {
  for (const n of SIZES) {
    const usual = candidateCounts(n)
    const wide = wideCounts(n)
    expect(wide).toEqual([...new Set(wide)].sort((a, b) => a - b))
    for (const topics of wide) {
      expect(topics).toBeGreaterThanOrEqual(2)
      expect(topics).toBeLessThanOrEqual(n / 3)
      expect(topics < usual[0] || topics > usual.at(-1)!).toBe(true)
    }
    if (n >= 100) {
      expect(wide[0]).toBeLessThan(0.5 * candidateCounts(n).at(-1)!)
      expect(wide.at(-1)).toBeGreaterThan(1.5 * usual.at(-1)!)
    }
    // k-means takes as long as it has clusters; two of three comparisons are made of the wide numbers.
    const cost = (counts: readonly number[]): number => counts.reduce((sum, topics) => sum + topics, 0)
    if (n >= 1000) expect((2 / 3) * cost(wide)).toBeLessThan(0.55 * cost(usual))
  }
})

it('takes the most stable, the larger of those as stable, and heeds coverage', () => {
  const plain = evidence({ 5: 0.5, 6: 0.7, 7: 0.68 })
  expect(taken(plain)).toBe(6)
  expect(taken(plain, 'auto', 0.03)).toBe(7)
  const split = [
    { topics: 5, stability: 0.7, coverage: 1 },
    { topics: 6, stability: 0.9, coverage: 0.8 },
  ]
  expect(taken(split)).toBe(5)
  expect(taken(split.slice(1))).toBe(6)
})

it('takes the best local maximum clearly below and above', () => {
  const counts = evidence({ 4: 0.5, 6: 0.62, 8: 0.55, 10: 0.7, 12: 0.6, 14: 0.5, 18: 0.58, 24: 0.4 }, [4, 6, 18, 24])
  expect(roles(counts)).toEqual({ fewer: 6, auto: 10, more: 18 })
  expect(taken(counts, 'fewer')).toBe(6)
  expect(taken(counts, 'more')).toBe(18)
  expect(chooseCount(counts, 0, 'more').filter(({ chosen }) => chosen)).toHaveLength(1)
})

it('keeps auto to the usual numbers, however stable the others are', () => {
  const counts = evidence({ 3: 0.99, 8: 0.6, 10: 0.7, 20: 0.95 }, [3, 20])
  expect(roles(counts)).toEqual({ fewer: 3, auto: 10, more: 20 })
})

it('takes the nearer of two as stable, for a step is wanted and not a leap', () => {
  expect(roles(evidence({ 10: 0.7, 12: 0.5, 16: 0.62, 20: 0.5, 40: 0.63 }, [20, 40]))['more']).toBe(16)
  expect(roles(evidence({ 10: 0.7, 12: 0.5, 16: 0.55, 20: 0.5, 40: 0.63 }, [20, 40]))['more']).toBe(40)
})

it('takes the most stable of what is far enough where nothing is a maximum', () => {
  expect(roles(evidence({ 6: 0.3, 8: 0.4, 10: 0.9, 13: 0.6, 18: 0.5 }, [6, 18]))).toEqual({
    fewer: 8,
    auto: 10,
    more: 13,
  })
})

it('names no number that splits off single papers, nor one topic, and falls back on auto', () => {
  const counts: CountEvidence[] = [
    { topics: 1, stability: 1, wide: true },
    { topics: 3, stability: 0.8 },
    { topics: 6, stability: 0.9, coverage: 0.5, wide: true },
  ]
  expect(roles(counts)).toEqual({ auto: 3 })
  for (const choice of ['auto', 'fewer', 'more'] as const) expect(taken(counts, choice)).toBe(3)
})
