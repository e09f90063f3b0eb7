import type { Analysis } from '../../shared/analysis.ts'
import { TidemapError } from '../../shared/error.ts'
import type { Paper } from '../../shared/paper.ts'
import { dateSpan } from '../../shared/period.ts'
import type { DateSpan } from '../../shared/period.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type {
  ReportDrift,
  ReportEntry,
  ReportFrame,
  ReportImport,
  ReportModel,
  ReportTopic,
} from '../../shared/report.ts'
import { MISCELLANEOUS } from '../../shared/topic.ts'
import type { Assignment, PlacedList, Theme, Topic } from '../../shared/topic.ts'
import type { TopicDrift } from '../../shared/topic-drift.ts'
import { periodsOfItems } from '../../shared/trend-periods.ts'
import { REPORT_PHRASES, type AnalysisTrends, type PhraseTrend, type TrendItem } from '../../shared/trend.ts'
import { driftText } from './drift-text.ts'
import { verdictText } from './verdict-text.ts'

/** What a report is made of: plain data, nothing is read or asked. */
export interface ReportInput {
  collection: { name: string }
  analysis: Analysis
  topics: readonly Topic[]
  themes: readonly Theme[]
  trends: AnalysisTrends | readonly TrendItem[]
  /** The strongest trend first; only where `trends` is a plain list. */
  phrases?: readonly PhraseTrend[]
  /** One a topic; absent in analyses of earlier versions. */
  drift?: readonly TopicDrift[]
  /** Sorted by id (code point). */
  papers: readonly Paper[]
  /** One a paper, by paper id; the order does not matter. */
  assignments: readonly Assignment[]
  /** What was imported, oldest first. */
  receipts?: readonly { filename: string; receipt: Receipt }[]
}

/** What all but the papers themselves is made of. */
export interface FrameInput extends Omit<ReportInput, 'papers' | 'assignments'> {
  /** The dates of the papers, each at least once. */
  dates: Iterable<string>
  /** One a paper, by paper id (code point). */
  placed: PlacedList
}

const REJECTIONS_SHOWN = 20

/**
 * Computes everything that a report says, once; each writer only writes it down. The same input gives the same model.
 * Throws `internal` for a paper without an assignment: a report that drops a paper would be wrong.
 */
export function buildReport(input: ReportInput): ReportModel {
  const entries = joinAssignments(input.papers, input.assignments)
  const dates = input.papers.flatMap(({ date }) => date ?? [])
  return { ...buildFrame({ ...input, dates, placed: entries.map(({ assignment }) => assignment) }), papers: entries }
}

/** `buildReport` without the papers, for who never has them all at once. */
export function buildFrame(input: FrameInput): ReportFrame {
  const { analysis, placed } = input
  const trends = asTrends(input, analysis)
  const { from, to } = dateRange(input.dates)
  const members = membersOf(placed)
  return {
    schema: 'tidemap-report/1',
    collection: { name: input.collection.name, papers: placed.length, from, to },
    provenance: {
      analysisId: analysis.id,
      createdAt: analysis.createdAt,
      version: analysis.version,
      options: analysis.options,
      seed: analysis.summary.seed,
      agreementBetweenSeeds: analysis.summary.agreementBetweenSeeds,
      resultHash: analysis.summary.resultHash,
    },
    imports: (input.receipts ?? []).map(({ filename, receipt }) => importInShort(filename, receipt)),
    facts: analysis.facts,
    themes: [...input.themes],
    topics: reportTopics(input, trends, members),
    trends,
    uncertain: uncertainOf(placed),
  }
}

function asTrends({ trends, phrases = [] }: FrameInput, { facts }: Analysis): AnalysisTrends {
  if ('items' in trends) return trends
  const { bin, dated, undated, coarse, notes } = facts
  const items = [...trends]
  return {
    bin,
    periods: periodsOfItems(items),
    items,
    phrases: phrases.slice(0, REPORT_PHRASES),
    dated,
    undated,
    coarse,
    notes,
  }
}

function joinAssignments(papers: readonly Paper[], assignments: readonly Assignment[]): ReportEntry[] {
  let byId: Map<string, Assignment> | null = null
  return papers.map((paper, index) => {
    let assignment: Assignment | undefined = assignments[index]
    if (assignment?.paperId !== paper.id) {
      byId ??= new Map(assignments.map((one) => [one.paperId, one]))
      assignment = byId.get(paper.id)
    }
    if (assignment === undefined) throw new TidemapError('internal', `paper without an assignment: ${paper.id}`)
    return { paper, assignment }
  })
}

function dateRange(dates: Iterable<string>): { from: string | null; to: string | null } {
  const spans = [...new Set(dates)].map((date) => ({ date, ...dateSpan(date) }))
  if (spans.length === 0) return { from: null, to: null }
  return {
    from: spans.reduce((best, span) => (isBefore(span, best) ? span : best)).date,
    to: spans.reduce((best, span) => (isAfter(span, best) ? span : best)).date,
  }
}

/** Of two dates that begin together the more precise one says more; dates are unique, so there is no tie. */
function isBefore(a: DateSpan, b: DateSpan): boolean {
  return a.first < b.first || (a.first === b.first && a.last < b.last)
}

function isAfter(a: DateSpan, b: DateSpan): boolean {
  return a.last > b.last || (a.last === b.last && a.first > b.first)
}

/** The papers of a topic, in their order. */
interface Members {
  ids: string[]
  scores: number[]
  /** How many could as well stand elsewhere. */
  uncertain: number
}

const nobody = (): Members => ({ ids: [], scores: [], uncertain: 0 })

function uncertainOf(placed: PlacedList): string[] {
  const ids: string[] = []
  for (const { paperId, uncertain } of placed) if (uncertain) ids.push(paperId)
  return ids
}

/** Topic → its papers. */
function membersOf(placed: PlacedList): Map<number, Members> {
  const members = new Map<number, Members>()
  for (const { topicId, paperId, score, uncertain } of placed) {
    let list = members.get(topicId)
    if (list === undefined) members.set(topicId, (list = nobody()))
    list.ids.push(paperId)
    list.scores.push(score)
    if (uncertain) list.uncertain++
  }
  return members
}

function reportTopics(
  { topics, drift = [], placed }: FrameInput,
  trends: AnalysisTrends,
  found: ReadonlyMap<number, Members>,
): ReportTopic[] {
  const members = new Map(topics.map((topic) => [topic.id, found.get(topic.id) ?? nobody()]))
  for (const [id, list] of found) members.set(id, list)
  const lines = new Map(trends.items.filter((item) => item.kind === 'topic').map((item) => [item.id, item]))
  const changes = new Map(drift.map((one) => [one.topicId, changesOf(one)]))
  const known = new Map(topics.map((topic) => [topic.id, topic]))
  return [...members]
    .filter(([id, list]) => id !== MISCELLANEOUS || list.ids.length > 0)
    .sort(([a], [b]) => (a === MISCELLANEOUS ? 1 : b === MISCELLANEOUS ? -1 : a - b))
    .map(([id, list]) => {
      const topic = known.get(id) ?? unnamedTopic(id, list, placed.length)
      const line = lines.get(id)
      return {
        ...topic,
        papers: list.ids.length,
        verdictText: verdictText(line),
        drift: changes.get(id) ?? null,
        driftText: driftText(changes.get(id) ?? null),
        points: line?.points ?? [],
        paperIds: bestFirst(list, topic.representative),
      }
    })
}

/** Null where nothing was tested: counts alone say nothing of what entered. */
function changesOf({ terms, entered, left, stretches }: TopicDrift): ReportDrift | null {
  return terms.every(({ change }) => change === 'not enough data') ? null : { entered, left, stretches }
}

/** Papers may sit in Miscellaneous without anyone having described it. */
function unnamedTopic(id: number, { ids, uncertain }: Members, papers: number): Topic {
  if (id !== MISCELLANEOUS) throw new TidemapError('internal', `unknown topic: ${id}`)
  return {
    id,
    label: 'Miscellaneous',
    terms: [],
    papers: ids.length,
    share: papers === 0 ? 0 : ids.length / papers,
    themeId: 0,
    themeLabel: 'Miscellaneous',
    stability: null,
    cohesion: 0,
    verdict: 'not enough data',
    uncertain,
    representative: [],
    nearest: [],
    x: 0,
    y: 0,
  }
}

/** Those that stand for the topic, then the others by their scores: ties as they were, by id. */
function bestFirst({ ids, scores }: Members, representative: readonly string[]): string[] {
  const named = new Set(representative)
  const found = new Set(ids.filter((id) => named.has(id)))
  const order = Int32Array.from(ids.keys()).sort((a, b) => scores[b] - scores[a] || a - b)
  const rest = Array.from(order, (member) => ids[member]).filter((id) => !named.has(id))
  return [...named].filter((id) => found.has(id)).concat(rest)
}

function importInShort(filename: string, receipt: Receipt): ReportImport {
  const { format, encoding, records, papers, rejected, duplicates, titlesOnly, inferredDates, notes } = receipt
  return {
    filename,
    format,
    encoding,
    records,
    papers,
    rejected: rejected.length,
    duplicates,
    titlesOnly,
    inferredDates,
    rejections: rejected.slice(0, REJECTIONS_SHOWN),
    notes: notes ?? [],
  }
}
