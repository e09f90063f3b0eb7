import type { AnalysisFacts } from '../../shared/analysis.ts'
import { MISCELLANEOUS, type Theme, type Topic } from '../../shared/topic.ts'
import { AssignmentList, type PaperFindings } from './assignment-list.ts'
import type { Label } from './labels/label-topics.ts'
import { labelPlace } from './map/label-place.ts'
import type { Csr } from './matrix/csr.ts'
import { roundShare as round } from './trends/share.ts'
import type { PaperReasons } from './paper-reasons.ts'
import { representativePapers, type TopicFit } from './topics/describe-topics.ts'
import type { FoundTopics } from './topics/find-topics.ts'
import { type Stability, topicStability } from './topics/topic-stability.ts'
import type { Timeline } from './trends/timeline.ts'
import type { TrendGroup } from './trends/topic-trends.ts'

const REPRESENTATIVES = 6
const NEAREST = 5
const MISCELLANEOUS_LABEL = 'Miscellaneous'

/** Which papers are in a topic, and what is said of it that takes the matrix. */
export interface Members {
  /** Ascending. */
  papers: number[]
  /** Those that stand for it. */
  representative: number[]
}

/** What the stages found, as numbers. Topics and themes count from 0 here, and from 1 in the records. */
export interface Findings extends PaperFindings {
  /** Topic → who is in it, −1 left out. */
  members: readonly Members[]
  /** Cosine of every pair of topics: k × k. */
  similarity: Float64Array
  labels: readonly Label[]
  themeOfTopic: Int32Array
  /** Theme → its name. */
  themeNames: readonly string[]
  found: FoundTopics
  /** The papers that `found` speaks of. */
  rows: Int32Array
}

/** The papers of each topic. `matrix` and `fit` are in the memory of the kernels, what comes of them is not. */
export function membersOf(matrix: Csr, fit: TopicFit, assignment: Int32Array): Members[] {
  const lists: number[][] = Array.from({ length: fit.k }, () => [])
  assignment.forEach((topic, paper) => topic >= 0 && lists[topic].push(paper))
  return lists.map((papers) => ({
    papers,
    representative: representativePapers(matrix, fit, papers, REPRESENTATIVES),
  }))
}

/** The findings as the records that people read; `groups` are the papers of each topic and theme, to follow over time. */
export function recordsOf(findings: Findings): {
  topics: Topic[]
  themes: Theme[]
  assignments: AssignmentList
  groups: TrendGroup[]
} {
  const { papers, assignment, members, similarity, reasons, labels, themeOfTopic, themeNames, place } = findings
  const k = members.length
  const miscellaneous: number[] = []
  assignment.forEach((topic, paper) => topic < 0 && miscellaneous.push(paper))
  const witnesses = findings.found.witnesses.map((witness) => ({
    ...witness,
    papers: witness.papers.map((row) => findings.rows[row]),
  }))
  const stability = topicStability(assignment, k, witnesses)
  const themeOf = (topic: number): { id: number; label: string } => {
    const theme = themeOfTopic[topic]
    return { id: theme + 1, label: nameOr(themeNames[theme], `theme ${theme + 1}`) }
  }
  const topics: Topic[] = members.map(({ papers: list, representative }, topic) => ({
    id: topic + 1,
    label: nameOr(labels[topic].label, `topic ${topic + 1}`),
    terms: labels[topic].terms,
    papers: list.length,
    share: round(list.length / papers.length),
    themeId: themeOf(topic).id,
    themeLabel: themeOf(topic).label,
    ...stabilityOf(stability[topic]),
    cohesion: round(mean(list, (paper) => reasons.score[paper])),
    verdict: 'not enough data',
    uncertain: list.filter((paper) => reasons.uncertain[paper] === 1).length,
    representative: representative.map((paper) => papers[paper].id),
    nearest: Array.from({ length: k }, (_, other) => other)
      .filter((other) => other !== topic)
      .sort((a, b) => similarity[topic * k + b] - similarity[topic * k + a] || a - b)
      .slice(0, NEAREST)
      .map((other) => ({ id: other + 1, similarity: round(similarity[topic * k + other]) })),
    ...rounded(labelPlace(place, list)),
  }))
  const themes: Theme[] = themeNames.map((_, theme) => {
    const own = topics.filter(({ themeId }) => themeId === theme + 1)
    const all = own.flatMap(({ id }) => members[id - 1].papers)
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
      papers: id === MISCELLANEOUS ? miscellaneous : members[id - 1].papers,
    })),
    ...themes.map(({ id, label, topics: own }) => ({
      kind: 'theme' as const,
      id,
      label,
      papers: own.flatMap((topic) => members[topic - 1].papers),
    })),
  ]
  return { topics, themes, assignments: new AssignmentList(findings), groups }
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
    // What has nothing in common is represented by nobody.
    representative: [],
    nearest: [],
    ...rounded(labelPlace(place, members)),
  }
}

/** What the analysis says of itself, but for the notes on its dates. */
export function factsOf(
  timeline: Timeline,
  terms: number,
  withoutTerms: number,
  { uncertain }: PaperReasons,
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
    uncertain: uncertain.reduce((sum, one) => sum + one, 0),
    topicCounts: found.counts.map((count) => ({ ...count, stability: round(count.stability) })),
    comparedPapers: found.agreement === null ? 0 : compared,
  }
}

const nameOr = (label: string, otherwise: string): string => (label === '' ? otherwise : label)
const rounded = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({ x: round(x), y: round(y) })

function mean(list: readonly number[], value: (paper: number) => number): number {
  let sum = 0
  for (const paper of list) sum += value(paper)
  return list.length === 0 ? 0 : sum / list.length
}
