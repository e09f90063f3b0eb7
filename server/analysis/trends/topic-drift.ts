import type { DriftTerm, TermChange, TopicDrift } from '../../../shared/topic-drift.ts'
import type { Verdict } from '../../../shared/trend.ts'
import type { Kernels } from '../kernels/kernels.ts'
import type { PaperGroups } from '../kernels/phrase-kernels.ts'
import { log } from '../math/elementary.ts'
import type { Judged } from './false-discovery.ts'
import { describe, type Followed } from './follow.ts'
import { LEAST_PAPERS } from './test-series.ts'
import { listOf } from './share.ts'
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
  const numbers = papers.length
  const counts = kernels.countRows(rows, membersOf(topics), numberOf, numbers, mask)
  const inTopic = topics.map((_, i) => counts.subarray(i * numbers, (i + 1) * numbers))
  const phrases = topics.map((topic, i) =>
    chooseTerms(inTopic[i], topic.papers.length, papers, timeline.periodOf.length),
  )
  const columns = Math.max(0, ...phrases.map(({ length }) => length))
  const columnOf = new Int32Array(topics.length * numbers).fill(-1)
  phrases.forEach((own, i) => own.forEach((number, column) => (columnOf[i * numbers + number] = column)))
  const perTable = timeline.periods.length
  const within = { numbers, columnOf, columns, perTable }
  const byPeriod = membersByPeriod(topics, timeline)
  const ofTerms = kernels.countWithin(rows, byPeriod, numberOf, within, mask)
  return topics.map((topic, i) => {
    const own = ofTerms.subarray(i * perTable * columns, (i + 1) * perTable * columns)
    const totals = new Int32Array(perTable)
    for (let period = 0; period < perTable; period++) {
      const group = i * perTable + period
      totals[period] = byPeriod.starts[group + 1] - byPeriod.starts[group]
    }
    return {
      topicId: topic.id,
      timeline: timespanOf(timeline, totals),
      phrases: phrases[i],
      papers: phrases[i].map((number) => inTopic[i][number]),
      series: seriesOf(own, columns, perTable).slice(0, phrases[i].length),
    }
  })
}

type Members = readonly Pick<TrendGroup, 'papers'>[]

function membersOf(topics: Members): PaperGroups {
  const starts = new Int32Array(topics.length + 1)
  topics.forEach(({ papers }, i) => (starts[i + 1] = starts[i] + papers.length))
  const all = new Int32Array(starts[topics.length])
  topics.forEach(({ papers }, i) => all.set(papers, starts[i]))
  return { starts, papers: all }
}

/** The papers of each topic in each period: topics × periods groups; papers of no period are in none. */
function membersByPeriod(topics: Members, { periods, periodOf }: Timeline): PaperGroups {
  const starts = new Int32Array(topics.length * periods.length + 1)
  const each = (meet: (group: number, paper: number) => void): void =>
    topics.forEach(({ papers }, i) => {
      for (const paper of papers) if (periodOf[paper] >= 0) meet(i * periods.length + periodOf[paper], paper)
    })
  each((group) => starts[group + 1]++)
  for (let group = 1; group < starts.length; group++) starts[group] += starts[group - 1]
  const papers = new Int32Array(starts[starts.length - 1])
  const next = starts.slice()
  each((group, paper) => (papers[next[group]++] = paper))
  return { starts, papers }
}

/**
 * The phrases that the papers of a topic hold more often than others do, and as many as tell something (papers × how many times more often, as a logarithm), most papers first.
 * `inTopic`: phrase → papers of the topic, which has `size`; `papers`: phrase → papers of all.
 */
function chooseTerms(inTopic: Int32Array, size: number, papers: Int32Array, all: number): number[] {
  // The best so far, best first; of equals the lower number.
  const best: number[] = []
  const scores: number[] = []
  for (let phrase = 0; phrase < inTopic.length; phrase++) {
    const count = inTopic[phrase]
    if (count < LEAST_PAPERS) continue
    const times = (count * all) / (papers[phrase] * size)
    if (times <= 1) continue
    const score = count * log(times)
    let at = best.length
    while (at > 0 && scores[at - 1] < score) at--
    if (at === MOST_TERMS) continue
    best.splice(at, 0, phrase)
    scores.splice(at, 0, score)
    best.length = scores.length = Math.min(MOST_TERMS, best.length)
  }
  return best.sort((a, b) => inTopic[b] - inTopic[a] || a - b)
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
      counts: listOf(one.counts),
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
    totals: listOf(timeline.totals),
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
