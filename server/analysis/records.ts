import type { AnalysisFacts } from '../../shared/analysis.ts'
import { type Assignment, MISCELLANEOUS, type Theme, type Topic } from '../../shared/topic.ts'
import type { Label } from './labels/label-topics.ts'
import { labelPlace } from './map/label-place.ts'
import type { Csr } from './matrix/csr.ts'
import { reasonsFor, representativePapers, type TopicFit, UNCERTAIN_RATIO } from './topics/describe-topics.ts'
import type { FoundTopics } from './topics/find-topics.ts'
import { type Stability, topicStability } from './topics/topic-stability.ts'
import type { PaperFacts } from './text/paper-facts.ts'
import type { Timeline } from './trends/timeline.ts'
import type { TrendGroup } from './trends/topic-trends.ts'

const REPRESENTATIVES = 6
const REASONS = 5
const NEAREST = 5
const MISCELLANEOUS_LABEL = 'Miscellaneous'

/** What the stages found, as numbers. Topics and themes count from 0 here, and from 1 in the records. */
export interface Findings {
  papers: readonly PaperFacts[]
  matrix: Csr
  /** Column → readable term. */
  names: readonly string[]
  /** Paper → topic 0…k−1, −1 for Miscellaneous. */
  assignment: Int32Array
  fit: TopicFit
  labels: readonly Label[]
  themeOfTopic: Int32Array
  /** Theme → its name. */
  themeNames: readonly string[]
  /** papers × 2, map units. */
  place: Float32Array
  found: FoundTopics
  /** The papers that `found` speaks of. */
  rows: Int32Array
}

/** The findings as the records that people read; `groups` are the papers of each topic and theme, to follow over time. */
export function recordsOf(findings: Findings): {
  topics: Topic[]
  themes: Theme[]
  assignments: Assignment[]
  groups: TrendGroup[]
} {
  const { papers, assignment, fit, labels, themeOfTopic, themeNames, place } = findings
  const assignments = papers.map((paper, i) => assignmentOf(findings, paper, i))

  const members: number[][] = Array.from({ length: fit.k }, () => [])
  const miscellaneous: number[] = []
  assignment.forEach((topic, paper) => (topic < 0 ? miscellaneous : members[topic]).push(paper))
  const witnesses = findings.found.witnesses.map((witness) => ({
    ...witness,
    papers: witness.papers.map((row) => findings.rows[row]),
  }))
  const stability = topicStability(assignment, fit.k, witnesses)
  const { similarity } = fit
  const themeOf = (topic: number): { id: number; label: string } => {
    const theme = themeOfTopic[topic]
    return { id: theme + 1, label: nameOr(themeNames[theme], `theme ${theme + 1}`) }
  }
  const topics: Topic[] = members.map((list, topic) => ({
    id: topic + 1,
    label: nameOr(labels[topic].label, `topic ${topic + 1}`),
    terms: labels[topic].terms,
    papers: list.length,
    share: round(list.length / papers.length),
    themeId: themeOf(topic).id,
    themeLabel: themeOf(topic).label,
    ...stabilityOf(stability[topic]),
    cohesion: round(mean(list, (paper) => fit.score[paper])),
    verdict: 'not enough data',
    uncertain: list.filter((paper) => assignments[paper].uncertain).length,
    representative: representativePapers(findings.matrix, fit, list, REPRESENTATIVES).map((paper) => papers[paper].id),
    nearest: Array.from({ length: fit.k }, (_, other) => other)
      .filter((other) => other !== topic)
      .sort((a, b) => similarity[topic * fit.k + b] - similarity[topic * fit.k + a] || a - b)
      .slice(0, NEAREST)
      .map((other) => ({ id: other + 1, similarity: round(similarity[topic * fit.k + other]) })),
    ...rounded(labelPlace(place, list)),
  }))
  const themes: Theme[] = themeNames.map((_, theme) => {
    const own = topics.filter(({ themeId }) => themeId === theme + 1)
    const all = own.flatMap(({ id }) => members[id - 1])
    return {
      id: theme + 1,
      label: own[0].themeLabel,
      topics: own.map(({ id }) => id),
      papers: all.length,
      ...rounded(labelPlace(place, all, 0.25)),
    }
  })
  if (miscellaneous.length > 0) topics.push(miscellaneousTopic(miscellaneous, findings))
  const groups: TrendGroup[] = [
    ...topics.map(({ id, label }) => ({
      kind: 'topic' as const,
      id,
      label,
      papers: id === MISCELLANEOUS ? miscellaneous : members[id - 1],
    })),
    ...themes.map(({ id, label, topics: own }) => ({
      kind: 'theme' as const,
      id,
      label,
      papers: own.flatMap((topic) => members[topic - 1]),
    })),
  ]
  return { topics, themes, assignments, groups }
}

function assignmentOf({ matrix, names, assignment, fit, place }: Findings, paper: PaperFacts, i: number): Assignment {
  const topic = assignment[i]
  const runnerUp = fit.runnerUp[i]
  const known = runnerUp >= 0 && fit.runnerUpScore[i] > 0
  return {
    paperId: paper.id,
    topicId: topic + 1,
    score: round(clamp(fit.score[i])),
    runnerUpTopicId: known ? runnerUp + 1 : null,
    runnerUpScore: known ? round(clamp(fit.runnerUpScore[i])) : null,
    uncertain: topic >= 0 && known && fit.runnerUpScore[i] >= UNCERTAIN_RATIO * fit.scoreWithoutSelf[i],
    ...rounded({ x: place[i * 2], y: place[i * 2 + 1] }),
    reasons:
      topic < 0
        ? []
        : reasonsFor(matrix, fit, i, topic, REASONS).map(({ column, share }) => ({
            term: names[column],
            share: Math.round(share * 1000) / 1000,
          })),
  }
}

function stabilityOf(found: Stability | null): Pick<Topic, 'stability' | 'runs'> {
  if (found === null) return { stability: null, runs: null }
  const { overlap, compared, together } = found
  return { stability: round(overlap), runs: { compared, together } }
}

function miscellaneousTopic(members: readonly number[], { papers, place }: Findings): Topic {
  return {
    id: MISCELLANEOUS,
    label: MISCELLANEOUS_LABEL,
    terms: [],
    papers: members.length,
    share: round(members.length / papers.length),
    themeId: MISCELLANEOUS,
    themeLabel: MISCELLANEOUS_LABEL,
    ...stabilityOf(null),
    cohesion: 0,
    verdict: 'not enough data',
    uncertain: 0,
    representative: members.slice(0, REPRESENTATIVES).map((paper) => papers[paper].id),
    nearest: [],
    ...rounded(labelPlace(place, members)),
  }
}

/** What the analysis says of itself, but for the notes on its dates. */
export function factsOf(
  timeline: Timeline,
  terms: number,
  withoutTerms: number,
  assignments: readonly Assignment[],
  found: FoundTopics,
): Omit<AnalysisFacts, 'notes'> {
  const compared = found.witnesses[0]?.papers.length ?? 0
  return {
    bin: timeline.bin,
    dated: timeline.dated,
    undated: timeline.undated,
    coarse: timeline.coarse,
    withoutTerms,
    terms,
    uncertain: assignments.filter(({ uncertain }) => uncertain).length,
    topicCounts: found.counts.map((count) => ({ ...count, stability: round(count.stability) })),
    comparedPapers: found.agreement === null ? 0 : compared,
  }
}

const nameOr = (label: string, otherwise: string): string => (label === '' ? otherwise : label)
const clamp = (value: number): number => Math.min(1, Math.max(0, value))
/** Six decimals: what the files show, so that every road shows the same number. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6
const rounded = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({ x: round(x), y: round(y) })

function mean(list: readonly number[], value: (paper: number) => number): number {
  let sum = 0
  for (const paper of list) sum += value(paper)
  return list.length === 0 ? 0 : sum / list.length
}
