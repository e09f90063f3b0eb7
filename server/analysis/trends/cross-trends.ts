import type { CrossBy, CrossTrends } from '../../../shared/cross-trends.ts'
import type { BinChoice } from '../../../shared/period.ts'
import { fieldNames } from '../search/field-names.ts'
import { findTopic, papersOfTopics, type Scope } from '../search/scope.ts'
import type { TextIndex } from '../search/text-index.ts'
import { timelineNotes } from './notes.ts'
import { countByPeriod } from './share.ts'
import { buildTimeline, narrowTimeline } from './timeline.ts'

/**
 * The papers of a topic (null: all papers) by venue or organisation over time, at most `most` of them, most papers first.
 * Throws `not-found` for a topic that the analysis has not.
 */
export function crossTrends(
  index: TextIndex,
  scope: Scope,
  { by, topicId, bin, most }: { by: CrossBy; topicId: number | null; bin: BinChoice; most: number },
): CrossTrends {
  const n = index.ids.length
  const timeline = buildTimeline(index, bin)
  const members = new Uint8Array(n)
  if (topicId === null) members.fill(1)
  else for (const paper of papersOfTopics(scope, new Set([findTopic(scope, String(topicId)).id]))) members[paper] = 1
  const { names, of } = fieldNames(index, by === 'venue' ? 'venue' : 'org')
  const inTopic: number[][] = names.map(() => [])
  const all: number[][] = names.map(() => [])
  let nameless = 0
  of.forEach((name, paper) => {
    if (name >= 0) all[name].push(paper)
    if (members[paper] === 0) return
    if (name < 0) nameless++
    else inTopic[name].push(paper)
  })
  const order = Array.from(names.keys())
    .filter((name) => inTopic[name].length > 0)
    .sort((a, b) => inTopic[b].length - inTopic[a].length || (names[a] < names[b] ? -1 : 1))
  return {
    by,
    topicId,
    bin: timeline.bin,
    periods: timeline.periods.map(({ label }) => label),
    complete: timeline.complete,
    totals: [...narrowTimeline(timeline, members).totals],
    groups: order.slice(0, most).map((name) => ({
      label: names[name],
      papers: inTopic[name].length,
      counts: [...countByPeriod(timeline, inTopic[name])],
      totals: [...countByPeriod(timeline, all[name])],
    })),
    nameless,
    notes: timelineNotes(timeline),
  }
}
