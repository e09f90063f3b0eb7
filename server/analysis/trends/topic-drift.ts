import type { DriftTerm, TermChange, TopicDrift } from '../../../shared/topic-drift.ts'
import type { Verdict } from '../../../shared/trend.ts'
import { log } from '../math/elementary.ts'
import type { Judged } from './false-discovery.ts'
import { describe, type Followed } from './follow.ts'
import { LEAST_PAPERS } from './test-series.ts'
import { countByPeriod } from './share.ts'
import { timespanOf, type Timeline, type Timespan } from './timeline.ts'
import { tellingTerms } from './telling-terms.ts'
import type { TrendPhrases } from './trend-phrases.ts'

/** A topic's terms over time, before they are tested. */
export interface TopicTerms {
  topicId: number
  /** The topic's own papers over time. */
  timeline: Timespan
  /** Its terms: numbers of phrases, most papers first. */
  phrases: number[]
  /** Term → papers of the topic with it. */
  papers: number[]
  /** Term → papers of each period. */
  series: Int32Array[]
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
 * The terms of a topic to follow within it: the phrases that its papers hold more often than others do, and as many as tell something
 * (papers × how many times more often, as a logarithm). `members`: the papers of the topic.
 */
export function termsOfTopic(
  topicId: number,
  members: readonly number[],
  timeline: Timeline,
  { papers, starts, held }: TrendPhrases,
): TopicTerms {
  const all = timeline.periodOf.length
  const size = members.length
  const inTopic = new Int32Array(papers.length)
  for (const paper of members) for (let at = starts[paper]; at < starts[paper + 1]; at++) inTopic[held[at]]++
  const telling: { phrase: number; score: number }[] = []
  inTopic.forEach((count, phrase) => {
    if (count < LEAST_PAPERS) return
    const times = (count * all) / (papers[phrase] * size)
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
    const period = timeline.periodOf[paper]
    if (period < 0) continue
    for (let at = starts[paper]; at < starts[paper + 1]; at++) {
      if (place[held[at]] >= 0) counts[place[held[at]]][period]++
    }
  }
  return {
    topicId,
    timeline: timespanOf(timeline, countByPeriod(timeline, members)),
    phrases,
    papers: phrases.map((phrase) => inTopic[phrase]),
    series: counts,
  }
}

/** What changed in a topic, with what was found of its terms and the verdicts on them. */
export function driftOf(
  { topicId, timeline, phrases, papers }: TopicTerms,
  followed: readonly Followed[],
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
