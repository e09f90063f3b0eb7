import type { QueryTopic } from '../../../shared/trend.ts'
import type { Scope } from '../search/scope.ts'
import { countByPeriod, roundShare } from './share.ts'
import type { Timeline } from './timeline.ts'

/** Topics that are named, most papers first; the rest is too little to be a sense of its own. */
const MOST_TOPICS = 12

/**
 * How papers divide over the topics of an analysis: the senses of a word that has several (`alignment` of sentences, of models, of
 * images). Papers that the analysis does not know are left out.
 */
export function dividedOverTopics(timeline: Timeline, papers: Int32Array, { topicOf, topics }: Scope): QueryTopic[] {
  const members = new Map<number, number[]>()
  let known = 0
  for (const paper of papers) {
    const topic = topicOf[paper]
    if (topic < 0) continue
    known++
    const list = members.get(topic)
    if (list) list.push(paper)
    else members.set(topic, [paper])
  }
  return topics
    .flatMap(({ id, label }) => {
      const list = members.get(id)
      return list === undefined ? [] : [{ id, label, list }]
    })
    .sort((a, b) => b.list.length - a.list.length || a.id - b.id)
    .slice(0, MOST_TOPICS)
    .map(({ id, label, list }) => ({
      id,
      label,
      papers: list.length,
      share: roundShare(list.length / known),
      counts: [...countByPeriod(timeline, list)],
    }))
}
