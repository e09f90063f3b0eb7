import type { TopicDrift } from '../../../shared/topic-drift.ts'
import type { PhraseTrend, TrendItem } from '../../../shared/trend.ts'
import type { Kernels } from '../kernels/kernels.ts'
import { learnPrior } from './dispersion-prior.ts'
import { judge, type Judged } from './false-discovery.ts'
import { describe, followSets, pointsOf, type Followed } from './follow.ts'
import { countByPeriod } from './share.ts'
import type { Timeline } from './timeline.ts'
import { driftOf, termsOfTopics } from './topic-drift.ts'
import type { TrendGroup } from './topic-trends.ts'
import { countPhrases, type TrendPhrases } from './trend-phrases.ts'

/** Everything that an analysis says of time. */
export interface FoundTrends {
  /** In the order of the groups. */
  items: TrendItem[]
  /** What rises, peaks or falls first, the strongest before the weaker. */
  phrases: FoundPhrase[]
  /** One a topic. */
  drift: TopicDrift[]
}

/** A phrase over time, with its counts as they were made: there are thousands of phrases, and hundreds of periods. */
export type FoundPhrase = Omit<PhraseTrend, 'counts'> & { counts: Int32Array }

/** Discoveries by strength, above all else that was tested. */
function rank({ verdict, qValue }: Judged, { test }: Followed): number {
  if (qValue === null) return -2
  return verdict === 'steady' ? -qValue : test.strength
}

/**
 * Follows topics, themes, phrases, and the terms within each topic, and judges all of them together: the three kinds have the same
 * weight.
 */
export function followTrends(
  kernels: Kernels,
  timeline: Timeline,
  groups: readonly TrendGroup[],
  chosen: TrendPhrases,
): FoundTrends {
  const counts = countPhrases(kernels, chosen, timeline)
  const prior = learnPrior(timeline, counts)
  const topicGroups = groups.filter(({ kind }) => kind === 'topic')
  const topics = termsOfTopics(kernels, topicGroups, timeline, chosen)
  const ofGroups = groups.map(({ papers }) => countByPeriod(timeline, papers))
  const sets = [{ timeline, series: ofGroups }, { timeline, series: counts }, ...topics]
  const [items, phrases, ...terms] = followSets(kernels.map, sets, prior)
  const points = pointsOf(kernels.map, timeline, ofGroups)
  const kinds = [items, phrases, terms.flat()]
  const [ofItems, ofPhrases, ofTerms] = judge(kinds.map((kind) => kind.map(({ test }) => test)))
  let next = 0
  return {
    items: groups.map(({ kind, id, label, papers }, i) => ({
      kind,
      id,
      label,
      ...describe(items[i], ofItems[i]),
      papers: papers.length,
      points: points[i],
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
        counts: phrase.counts,
      })),
    drift: topics.map((topic, i) => {
      const own = ofTerms.slice(next, (next += terms[i].length))
      return driftOf(topic, terms[i], own, chosen.labels)
    }),
  }
}
