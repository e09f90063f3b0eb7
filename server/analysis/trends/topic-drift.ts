import type { DriftTerm, TermChange, TopicDrift } from '../../../shared/topic-drift.ts'
import type { Verdict } from '../../../shared/trend.ts'
import { log } from '../math/elementary.ts'
import type { Dispersion } from './dispersion.ts'
import type { Judged } from './false-discovery.ts'
import { describe, followSeries, type Followed } from './follow.ts'
import { LEAST_PAPERS } from './test-series.ts'
import { narrowTimeline, type Timeline } from './timeline.ts'
import { tellingTerms } from './telling-terms.ts'
import type { TrendPhrases } from './trend-phrases.ts'

/** A topic's terms over time, before they are judged among the terms of all topics. */
export interface TopicTerms {
  topicId: number
  /** The topic's own papers over time. */
  timeline: Timeline
  /** Its terms: numbers of phrases, most papers first. */
  phrases: number[]
  /** Term → papers of the topic with it. */
  papers: number[]
  followed: Followed[]
}

/** Terms of a topic that are followed. */
const MOST_TERMS = 40
const CHANGES: Record<Verdict, TermChange> = {
  emerging: 'entered',
  declining: 'left',
  peaked: 'peaked',
  steady: 'stayed',
  'not enough data': 'not enough data',
}

/**
 * Follows the terms of a topic within it: the phrases that its papers hold more often than others do, and as many as tell something
 * (papers × how many times more often, as a logarithm). `members`: the papers of the topic; `prior`: how much series of the
 * collection vary.
 */
export function followTerms(
  topicId: number,
  members: readonly number[],
  timeline: Timeline,
  { papers, starts, held }: TrendPhrases,
  prior: Dispersion,
): TopicTerms {
  const isMember = new Uint8Array(timeline.periodOf.length)
  for (const paper of members) isMember[paper] = 1
  const own = narrowTimeline(timeline, isMember)
  const size = members.length
  const inTopic = new Int32Array(papers.length)
  for (const paper of members) for (let at = starts[paper]; at < starts[paper + 1]; at++) inTopic[held[at]]++
  const telling: { phrase: number; score: number }[] = []
  inTopic.forEach((count, phrase) => {
    if (count < LEAST_PAPERS) return
    const times = (count * isMember.length) / (papers[phrase] * size)
    if (times > 1) telling.push({ phrase, score: count * log(times) })
  })
  const phrases = telling
    .sort((a, b) => b.score - a.score || a.phrase - b.phrase)
    .slice(0, MOST_TERMS)
    .map(({ phrase }) => phrase)
    .sort((a, b) => inTopic[b] - inTopic[a] || a - b)
  const place = new Int32Array(papers.length).fill(-1)
  phrases.forEach((phrase, i) => (place[phrase] = i))
  const counts = phrases.map(() => new Int32Array(timeline.periods.length))
  for (const paper of members) {
    const period = own.periodOf[paper]
    if (period < 0) continue
    for (let at = starts[paper]; at < starts[paper + 1]; at++) {
      if (place[held[at]] >= 0) counts[place[held[at]]][period]++
    }
  }
  return {
    topicId,
    timeline: own,
    phrases,
    papers: phrases.map((phrase) => inTopic[phrase]),
    followed: followSeries(own, counts, prior),
  }
}

/** What changed in a topic, with the verdicts on its terms. */
export function driftOf(
  { topicId, timeline, phrases, papers, followed }: TopicTerms,
  judged: readonly Judged[],
  labels: readonly string[],
): TopicDrift {
  const terms = followed.map((one, i): DriftTerm => {
    const { verdict, peak, qValue } = describe(one, judged[i])
    return {
      term: labels[phrases[i]],
      papers: papers[i],
      counts: [...one.counts],
      change: CHANGES[verdict],
      peak,
      qValue,
    }
  })
  const changed = (change: TermChange): string[] =>
    terms
      .filter((term) => term.change === change)
      .sort((a, b) => a.qValue! - b.qValue! || b.papers - a.papers)
      .map(({ term }) => term)
  return {
    topicId,
    bin: timeline.bin,
    periods: timeline.periods.map(({ label }) => label),
    totals: [...timeline.totals],
    complete: timeline.complete,
    terms,
    stretches: tellingTerms(timeline, terms),
    entered: changed('entered'),
    left: changed('left'),
    notes: timeline.testable
      ? []
      : [
          'Too few dated papers in this topic to tell what entered or left from chance: the counts are shown as they are.',
        ],
  }
}
