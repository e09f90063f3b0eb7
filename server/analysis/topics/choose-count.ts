import type { TopicChoice, TopicCount } from '../../../shared/analysis.ts'
import { pow } from '../math/elementary.ts'

/** A number of topics with what speaks for it. */
export interface CountEvidence {
  topics: number
  /** Mean agreement (adjusted Rand index) of partitions into so many topics made from different samples or seeds. */
  stability: number
  /** Share of the papers that end up in topics worth the name; default 1. */
  coverage?: number
  /** Outside the usual range: for `fewer` and `more` alone. */
  wide?: boolean
}

/** The usual range, and how far `fewer` and `more` reach, as factors of k₀ = 2.2·n^0.32 (4…80). */
const RANGE = { least: 0.4, low: 0.7, high: 1.4, most: 2.4 }
/** How many times as many topics are clearly more. */
const CLEARLY = 1.25
/** Differences in stability that say nothing of numbers so far apart: then the nearer to auto's is taken, which is a step, not a leap. */
const ALIKE = 0.03
/** Share of the papers that must end up in topics worth the name. */
const LEAST_COVERAGE = 0.9

/** k₀: the number of topics that n papers usually bear, before their stability is looked at. */
export function usualCount(n: number): number {
  return Math.min(80, Math.max(4, 2.2 * pow(n, 0.32)))
}

function bounds(n: number): { least: number; low: number; high: number; most: number } {
  const start = usualCount(n)
  const limit = Math.max(1, Math.floor(n / 3))
  const at = (factor: number): number => Math.max(1, Math.min(limit, Math.round(factor * start)))
  return { least: at(RANGE.least), low: at(RANGE.low), high: at(RANGE.high), most: at(RANGE.most) }
}

/**
 * The numbers of topics that `auto` weighs for n papers: from 0.7 to 1.4 times k₀ = 2.2·n^0.32 (4…80), at most `most` of them.
 * Never more topics than a third of the papers, never fewer than one.
 */
export function candidateCounts(n: number, most = 7): number[] {
  const { low, high } = bounds(n)
  return evenly(low, high, most)
}

/**
 * Numbers of topics beyond the usual range, from 0.4 to 2.4 times k₀, for `fewer` and `more`: at most `below` and `above` of them, two
 * topics or more, never more than a third of the papers. Ascending; none where the usual range leaves no room.
 */
export function wideCounts(n: number, below = 3, above = 2): number[] {
  const { least, low, high, most } = bounds(n)
  const fewer = low - 1 < 2 ? [] : evenly(Math.max(2, Math.min(least, low - 1)), low - 1, below)
  const first = Math.ceil(CLEARLY * high)
  return [...fewer, ...(first > most ? evenly(high + 1, most, above) : evenly(first, most, above))]
}

/** At most `most` whole numbers from low to high, evenly apart, both ends among them. */
function evenly(low: number, high: number, most: number): number[] {
  if (low > high) return []
  const steps = Math.min(most - 1, high - low)
  if (steps === 0) return [low]
  return Array.from({ length: steps + 1 }, (_, i) => Math.round(low + ((high - low) * i) / steps))
}

/**
 * Says which number each choice takes, and marks the one that `choice` asks for. `auto` is the most stable of the usual range; counts
 * within `tolerance` of it (default 0, the noise of the estimate) are as stable as it: then the one nearest to `towards` is taken, or
 * without that the largest, which says most. A
 * count that splits off single papers (coverage under 90%) is stable, but says nothing of them, and is passed over where another will
 * do. `fewer` and `more` are the best local maxima of stability at least a quarter away from that (within 0.03 the nearest), or the most
 * stable of what is that far where none is a maximum; where nothing is, that choice has no number and falls back on auto's.
 * `counts` are in any order; the answer is ascending.
 */
export function chooseCount(
  counts: readonly CountEvidence[],
  tolerance = 0,
  choice: TopicChoice = 'auto',
  towards = Infinity,
): TopicCount[] {
  const ascending = [...counts].sort((a, b) => a.topics - b.topics)
  const covers = ({ coverage }: CountEvidence): boolean => (coverage ?? 1) >= LEAST_COVERAGE
  const usual = ascending.filter(({ wide }) => wide !== true)
  const eligible = usual.some(covers) ? usual.filter(covers) : usual
  const best = eligible.reduce((most, { stability }) => Math.max(most, stability), -Infinity)
  const auto = eligible
    .filter(({ stability }) => stability >= best - tolerance)
    .reduce((nearest, count) =>
      towards === Infinity || Math.abs(count.topics - towards) <= Math.abs(nearest.topics - towards) ? count : nearest,
    )
  const isPeak = (count: CountEvidence): boolean => {
    const at = ascending.indexOf(count)
    return [at - 1, at + 1].every((next) => (ascending[next]?.stability ?? -Infinity) <= count.stability)
  }
  const bestOf = (fits: (topics: number) => boolean): CountEvidence | undefined => {
    const fitting = ascending.filter((count) => fits(count.topics) && covers(count))
    const pool = fitting.some(isPeak) ? fitting.filter(isPeak) : fitting
    const highest = pool.reduce((most, { stability }) => Math.max(most, stability), -Infinity)
    const distance = (count: CountEvidence): number => Math.abs(count.topics - auto.topics)
    return pool
      .filter(({ stability }) => stability >= highest - ALIKE)
      .sort((a, b) => distance(a) - distance(b))
      .at(0)
  }
  const fewer = bestOf((topics) => topics >= 2 && topics * CLEARLY <= auto.topics)
  const more = bestOf((topics) => topics >= auto.topics * CLEARLY)
  const chosen = { auto, fewer: fewer ?? auto, more: more ?? auto }[choice]
  return ascending.map((count) => {
    const role = count === auto ? 'auto' : count === fewer ? 'fewer' : count === more ? 'more' : undefined
    return {
      topics: count.topics,
      stability: count.stability,
      chosen: count === chosen,
      ...(role === undefined ? {} : { role }),
    }
  })
}
