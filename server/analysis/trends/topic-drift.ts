import type { DriftTerm, TermChange, TopicDrift } from '../../../shared/topic-drift.ts'
import type { Verdict } from '../../../shared/trend.ts'
import type { Kernels } from '../kernels/kernels.ts'
import type { PaperGroups } from '../kernels/phrase-kernels.ts'
import { papersByGroup } from '../labels/group-papers.ts'
import { log } from '../math/elementary.ts'
import type { Judged } from './false-discovery.ts'
import { describe, type Followed } from './follow.ts'
import { LEAST_PAPERS } from './test-series.ts'
import { countByPeriod } from './share.ts'
import { timespanOf, type Timeline, type Timespan } from './timeline.ts'
import { tellingTerms } from './telling-terms.ts'
import type { TrendGroup } from './topic-trends.ts'
import { seriesOf, type TrendPhrases } from './trend-phrases.ts'

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

/** The terms of some topics to follow within them (`chooseTerms`), and where they stand in time. */
export function termsOfTopics(
  kernels: Kernels,
  topics: readonly Pick<TrendGroup, 'id' | 'papers'>[],
  timeline: Timeline,
  chosen: TrendPhrases,
): TopicTerms[] {
  const { papers, rows, numberOf, mask } = chosen
  const starts = new Int32Array(topics.length + 1)
  topics.forEach((topic, i) => (starts[i + 1] = starts[i] + topic.papers.length))
  const members = { starts, papers: Int32Array.from(topics.flatMap((topic) => topic.papers)) }
  const counts = kernels.countRows(rows, members, numberOf, papers.length, mask)
  /** Phrase → its place among the terms of a topic. */
  const place = new Int32Array(numberOf.length).fill(-1)
  const phraseOf = new Int32Array(papers.length)
  numberOf.forEach((number, phrase) => {
    if (number >= 0) phraseOf[number] = phrase
  })
  return topics.map((topic, i) => {
    const inTopic = counts.subarray(i * papers.length, (i + 1) * papers.length)
    const phrases = chooseTerms(inTopic, topic.papers.length, papers, timeline.periodOf.length)
    phrases.forEach((number, at) => (place[phraseOf[number]] = at))
    const byPeriod = papersByPeriod(topic.papers, timeline)
    const series = seriesOf(kernels.countRows(rows, byPeriod, place, phrases.length, mask), phrases.length)
    for (const number of phrases) place[phraseOf[number]] = -1
    return {
      topicId: topic.id,
      timeline: timespanOf(timeline, countByPeriod(timeline, topic.papers)),
      phrases,
      papers: phrases.map((number) => inTopic[number]),
      series,
    }
  })
}

/**
 * The phrases that the papers of a topic hold more often than others do, and as many as tell something (papers × how many times more often, as a logarithm), most papers first.
 * `inTopic`: phrase → papers of the topic, which has `size`; `papers`: phrase → papers of all.
 */
function chooseTerms(inTopic: Int32Array, size: number, papers: Int32Array, all: number): number[] {
  const telling: { phrase: number; score: number }[] = []
  inTopic.forEach((count, phrase) => {
    if (count < LEAST_PAPERS) return
    const times = (count * all) / (papers[phrase] * size)
    if (times > 1) telling.push({ phrase, score: count * log(times) })
  })
  return telling
    .sort((a, b) => b.score - a.score || a.phrase - b.phrase)
    .slice(0, MOST_TERMS)
    .map(({ phrase }) => phrase)
    .sort((a, b) => inTopic[b] - inTopic[a] || a - b)
}

function papersByPeriod(members: readonly number[], { periods, periodOf }: Timeline): PaperGroups {
  const { starts, papers } = papersByGroup(
    Int32Array.from(members, (paper) => periodOf[paper]),
    periods.length,
  )
  return { starts, papers: papers.map((at) => members[at]) }
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
