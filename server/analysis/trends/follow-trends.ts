import type { TopicDrift } from '../../../shared/topic-drift.ts'
import type { PhraseTrend, TrendItem } from '../../../shared/trend.ts'
import { learnPrior } from './dispersion-prior.ts'
import { judge, type Judged } from './false-discovery.ts'
import { describe, followSeries, type Followed } from './follow.ts'
import { trendPoints } from './share.ts'
import type { Timeline } from './timeline.ts'
import { driftOf, followTerms } from './topic-drift.ts'
import { followGroups, type TrendGroup } from './topic-trends.ts'
import { countPhrases, type TrendPhrases } from './trend-phrases.ts'

/** Everything that an analysis says of time. */
export interface FoundTrends {
  /** In the order of the groups. */
  items: TrendItem[]
  /** What rises, peaks or falls first, the strongest before the weaker. */
  phrases: PhraseTrend[]
  /** One a topic. */
  drift: TopicDrift[]
}

/** Discoveries by strength, above all else that was tested. */
function rank({ verdict, qValue }: Judged, { test }: Followed): number {
  if (qValue === null) return -2
  return verdict === 'steady' ? -qValue : test.strength
}

/**
 * Follows topics, themes, phrases, and the terms within each topic, and judges all of them together: the three kinds have the same
 * weight.
 */
export function followTrends(timeline: Timeline, groups: readonly TrendGroup[], chosen: TrendPhrases): FoundTrends {
  const counts = countPhrases(chosen, timeline)
  const prior = learnPrior(timeline, counts)
  const items = followGroups(timeline, groups, prior)
  const phrases = followSeries(timeline, counts, prior)
  const topics = groups
    .filter(({ kind }) => kind === 'topic')
    .map(({ id, papers }) => followTerms(id, papers, timeline, chosen, prior))
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
      .map((phrase, i) => ({ phrase, i, judged: ofPhrases[i] }))
      // Phrases come most papers first, and a stable sort keeps that among equals.
      .sort((a, b) => rank(b.judged, b.phrase) - rank(a.judged, a.phrase))
      .map(({ phrase, i, judged }, place) => ({
        kind: 'phrase',
        id: place + 1,
        label: chosen.labels[i],
        ...describe(phrase, judged),
        papers: chosen.papers[i],
        counts: [...phrase.counts],
      })),
    drift: topics.map((topic) => {
      const own = ofTerms.slice(next, (next += topic.followed.length))
      return driftOf(topic, own, chosen.labels)
    }),
  }
}
