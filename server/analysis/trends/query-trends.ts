import { TidemapError } from '../../../shared/error.ts'
import type { BinChoice } from '../../../shared/period.ts'
import { smoothShares } from '../../../shared/smooth-shares.ts'
import type { QueryTrends, TrendField, TrendPoint } from '../../../shared/trend.ts'
import { parseQuery } from '../search/query.ts'
import { membersOf, setOfQuery } from '../search/query-sets.ts'
import type { Scope } from '../search/scope.ts'
import { findPapers } from '../search/search.ts'
import type { TextIndex } from '../search/text-index.ts'
import { timeOf } from './collection-time.ts'
import { judge } from './false-discovery.ts'
import { describe, followSeries, type Followed } from './follow.ts'
import { timelineNotes, trapNotes } from './notes.ts'
import { dividedOverTopics } from './senses.ts'
import { countByPeriod, trendPoints } from './share.ts'
import { narrowTimeline, type Timeline, type Timespan } from './timeline.ts'

/** How queries are counted. */
export interface QueryTrendOptions {
  bin: BinChoice
  /** Null: titles and abstracts, or titles alone where the abstracts come and go. */
  fields: readonly TrendField[] | null
  /** Queries that name the set to count in, all of which a paper must match; empty for all papers. */
  within: readonly string[]
  /** Periods on each side that the smoothed share takes in; 0 for none. */
  smooth: number
}

/**
 * Share per period of each query, zero-filled, with intervals and verdicts judged together. `scope` answers `topic:` and says how the
 * matches divide over topics; null where there is no analysis.
 * Throws `bad-request` for a query without a word, for no query or no field.
 */
export function queryTrends(
  index: TextIndex,
  queries: readonly string[],
  options: QueryTrendOptions,
  scope: Scope | null = null,
): QueryTrends {
  if (queries.length === 0) throw new TidemapError('bad-request', 'no query', { hint: 'give at least one query' })
  if (options.fields?.length === 0)
    throw new TidemapError('bad-request', 'no field to look in', { hint: 'title, abstract, or both' })
  const members = membersOf(index, options.within, scope)
  const { timeline, traps, prior } = timeOf(index, options.bin, options.fields, members)
  const found = queries.map((text) => {
    const query = parseQuery(text)
    const matching = findPapers(index, query, traps.fields, scope).papers
    const papers = members === null ? matching : matching.filter((paper) => members[paper] === 1)
    const named = setOfQuery(index, query, scope)
    const set = both(members, named)
    const own = named === null ? timeline : narrowTimeline(timeline, set!)
    const size = set === null ? index.ids.length : sizeOf(set)
    return { query: text, papers, size, ...followSeries(own, [countByPeriod(own, papers)], prior)[0] }
  })
  const judged = judge([found.map(({ test }) => test)])[0]
  return {
    bin: timeline.bin,
    fields: traps.fields,
    within: [...options.within],
    smooth: options.smooth,
    series: found.map((one, i) => ({
      query: one.query,
      ...describe(one, judged[i]),
      papers: one.papers.length,
      set: one.size,
      points: pointsOf(one, options.smooth),
      topics: scope === null ? null : dividedOverTopics(timeline, one.papers, scope),
    })),
    dated: timeline.dated,
    undated: timeline.undated,
    coarse: timeline.coarse,
    betterBin: traps.betterBin,
    notes: [...timelineNotes(timeline), ...setNotes(timeline, found), ...trapNotes(traps)],
  }
}

function sizeOf(mask: Uint8Array): number {
  let size = 0
  for (const one of mask) size += one
  return size
}

function both(a: Uint8Array | null, b: Uint8Array | null): Uint8Array | null {
  return a === null || b === null ? (a ?? b) : a.map((one, paper) => one & b[paper])
}

function pointsOf({ timeline, counts }: Followed, smooth: number): TrendPoint[] {
  const points = trendPoints(timeline, counts)
  if (smooth === 0) return points
  const smoothed = smoothShares(points, smooth)
  return points.map((point, i) => ({ ...point, smoothed: smoothed[i] }))
}

function setNotes(timeline: Timeline, found: readonly { query: string; size: number; timeline: Timespan }[]): string[] {
  return found
    .filter((one) => one.timeline !== timeline)
    .map(({ query, size }) => `${query} is counted within the ${size} papers of the place or time that it names.`)
}
