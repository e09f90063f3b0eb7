import type { TopicDrift } from '../../../shared/topic-drift.ts'
import type { PhraseTrend, TrendItem } from '../../../shared/trend.ts'
import type { Phrases } from '../labels/phrases.ts'
import type { Corpus } from '../text/corpus.ts'
import { judge } from './false-discovery.ts'
import { describe, followSeries } from './follow.ts'
import { countPhrases } from './phrase-counts.ts'
import { trendPoints } from './share.ts'
import type { Timeline } from './timeline.ts'
import { driftOf, followTerms } from './topic-drift.ts'
import { followGroups, type TrendGroup } from './topic-trends.ts'

/** Everything that an analysis says of time. */
export interface FoundTrends {
  /** In the order of the groups. */
  items: TrendItem[]
  /** The surest trend first. */
  phrases: PhraseTrend[]
  /** One a topic. */
  drift: TopicDrift[]
}

/**
 * Follows topics, themes, phrases, and the terms within each topic, and judges all of them together: the three kinds have the same
 * weight. `titlesOnly`: count phrases in titles alone.
 */
export function followTrends(
  timeline: Timeline,
  groups: readonly TrendGroup[],
  corpus: Corpus,
  found: Phrases,
  titlesOnly: boolean,
): FoundTrends {
  const items = followGroups(timeline, groups)
  const counted = countPhrases(corpus, found, timeline, titlesOnly)
  const phrases = followSeries(timeline, counted.counts)
  const topics = groups
    .filter(({ kind }) => kind === 'topic')
    .map(({ id, papers }) => {
      const members = new Uint8Array(corpus.n)
      for (const paper of papers) members[paper] = 1
      return followTerms(id, members, timeline, counted)
    })
  const terms = topics.flatMap(({ followed }) => followed)
  const [ofItems, ofPhrases, ofTerms] = judge([items, phrases, terms].map((group) => group.map(({ test }) => test)))
  let next = 0
  return {
    items: groups.map(({ kind, id, label, papers }, i) => ({
      kind,
      id,
      label,
      ...describe(items[i], ofItems[i]),
      papers: papers.length,
      points: trendPoints(timeline, items[i].counts),
    })),
    phrases: phrases
      .map((phrase, i) => ({
        label: counted.labels[i],
        ...describe(phrase, ofPhrases[i]),
        papers: counted.papers[i],
        counts: [...phrase.counts],
      }))
      // Phrases come most papers first, and a stable sort keeps that among equals.
      .sort((a, b) => (a.qValue ?? 2) - (b.qValue ?? 2))
      .map((phrase, i) => ({ kind: 'phrase', id: i + 1, ...phrase })),
    drift: topics.map((topic) => {
      const own = ofTerms.slice(next, (next += topic.followed.length))
      return driftOf(topic, own, counted.labels)
    }),
  }
}
