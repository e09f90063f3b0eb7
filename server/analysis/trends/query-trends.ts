import { TidemapError } from '../../../shared/error.ts'
import type { BinChoice } from '../../../shared/period.ts'
import type { QueryTrends, TrendField } from '../../../shared/trend.ts'
import { matchQuery } from '../search/search.ts'
import type { TextIndex } from '../search/text-index.ts'
import { timelineNotes } from './notes.ts'
import { countByPeriod, trendPoints } from './share.ts'
import { buildTimeline } from './timeline.ts'
import { judge, testTrend } from './verdict.ts'

/**
 * Share per period of each query, zero-filled, with intervals and verdicts judged together.
 * Throws `bad-request` for a query without a word, or for no query or no field.
 */
export function queryTrends(
  index: TextIndex,
  queries: readonly string[],
  options: { bin: BinChoice; fields: readonly TrendField[] },
): QueryTrends {
  if (queries.length === 0) throw new TidemapError('bad-request', 'no query', { hint: 'give at least one query' })
  if (options.fields.length === 0)
    throw new TidemapError('bad-request', 'no field to look in', { hint: 'title, abstract, or both' })
  const timeline = buildTimeline(index, options.bin)
  const series = queries.map((query) => {
    const matches = matchQuery(index, query, options.fields)
    const counts = countByPeriod(timeline, matches)
    return { query, papers: matches.length, counts, test: testTrend(timeline, counts) }
  })
  const verdicts = judge(series.map(({ test }) => test))
  return {
    bin: timeline.bin,
    fields: [...options.fields],
    series: series.map(({ query, papers, counts }, i) => ({
      query,
      verdict: verdicts[i].verdict,
      papers,
      points: trendPoints(timeline, counts),
    })),
    dated: timeline.dated,
    undated: timeline.undated,
    coarse: timeline.coarse,
    notes: timelineNotes(timeline),
  }
}
