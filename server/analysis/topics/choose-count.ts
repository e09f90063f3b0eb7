import { pow } from '../math/elementary.ts'

/** A number of topics that was tried. */
export interface TopicCount {
  topics: number
  /** Mean agreement (adjusted Rand index) of partitions into so many topics made from different samples or seeds. */
  stability: number
  chosen: boolean
}

/**
 * The numbers of topics worth trying for n papers: from 0.7 to 1.4 times k₀ = 2.2·n^0.32 (4…80), at most `most` of them.
 * Never more topics than a third of the papers, never fewer than one.
 */
export function candidateCounts(n: number, most = 7): number[] {
  const start = Math.min(80, Math.max(4, 2.2 * pow(n, 0.32)))
  const limit = Math.max(1, Math.floor(n / 3))
  const low = Math.max(1, Math.min(limit, Math.round(0.7 * start)))
  const high = Math.max(low, Math.min(limit, Math.round(1.4 * start)))
  const steps = Math.min(most - 1, high - low)
  if (steps === 0) return [low]
  return Array.from({ length: steps + 1 }, (_, i) => Math.round(low + ((high - low) * i) / steps))
}

/** Share of the papers that must end up in topics worth the name. */
const LEAST_COVERAGE = 0.9

/**
 * Marks the most stable count. Counts within `tolerance` of it (default 0, the noise of the estimate) are as stable as it: then the
 * largest is taken, which says most. `coverage` (default 1) is the share of the papers that end up in topics worth the name; a count
 * that splits off single papers is stable, but says nothing of them, and is passed over where another will do.
 */
export function chooseCount(
  counts: readonly { topics: number; stability: number; coverage?: number }[],
  tolerance = 0,
): TopicCount[] {
  const covering = counts.filter(({ coverage }) => (coverage ?? 1) >= LEAST_COVERAGE)
  const eligible = covering.length > 0 ? covering : counts
  const best = eligible.reduce((most, { stability }) => Math.max(most, stability), -Infinity)
  const chosen = eligible.filter(({ stability }) => stability >= best - tolerance).at(-1)
  return counts.map((count) => ({ topics: count.topics, stability: count.stability, chosen: count === chosen }))
}
