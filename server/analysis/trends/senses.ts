import type { QueryTopic } from '../../../shared/trend.ts'
import type { Scope } from '../search/scope.ts'
import { roundShare } from './share.ts'
import type { Timeline } from './timeline.ts'

/** Topics that are named, most papers first; the rest is too little to be a sense of its own. */
const MOST_TOPICS = 12

/**
 * How papers divide over the topics of an analysis: the senses of a word that has several (`alignment` of sentences, of models, of
 * images). Papers that the analysis does not know are left out.
 */
export function dividedOverTopics(timeline: Timeline, papers: Int32Array, { topicOf, topics }: Scope): QueryTopic[] {
  const m = timeline.periods.length
  /** Topic → its papers per period, those of none last: periods + 1. */
  const rows: (Int32Array | undefined)[] = []
  for (const { id } of topics) rows[id] = new Int32Array(m + 1)
  let known = 0
  for (let i = 0; i < papers.length; i++) {
    const row = rows[topicOf[papers[i]]]
    if (row === undefined) continue
    known++
    const period = timeline.periodOf[papers[i]]
    row[period < 0 ? m : period]++
  }
  return topics
    .flatMap(({ id, label }) => {
      const row = rows[id]!
      const size = row.reduce((a, b) => a + b, 0)
      return size === 0 ? [] : [{ id, label, size, row }]
    })
    .sort((a, b) => b.size - a.size || a.id - b.id)
    .slice(0, MOST_TOPICS)
    .map(({ id, label, size, row }) => ({
      id,
      label,
      papers: size,
      share: roundShare(size / known),
      counts: [...row.subarray(0, m)],
    }))
}
