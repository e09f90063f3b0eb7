import type { AnalysisFacts, AnalysisOptions } from '../../shared/analysis.ts'
import type { Paper } from '../../shared/paper.ts'
import type { Theme, Topic } from '../../shared/topic.ts'
import type { AssignmentList } from './assignment-list.ts'
import { columnNames } from './labels/column-names.ts'
import type { Kernels } from './kernels/kernels.ts'
import { plainKernels } from './kernels/plain/plain-kernels.ts'
import { nameThemes } from './labels/name-themes.ts'
import { layoutMap } from './map/layout.ts'
import { similarPapers, type SimilarPapers } from './map/similar-papers.ts'
import { placeStrays } from './map/strays.ts'
import { reasonsOfPapers } from './paper-reasons.ts'
import { factsOf, membersOf, recordsOf } from './records.ts'
import type { Corpus } from './text/corpus.ts'
import { foldTokens } from './text/read-corpus.ts'
import { modelTopics, nameTopics, type OnStage, type TopicModel } from './topic-model.ts'
import { followTrends, type FoundTrends } from './trends/follow-trends.ts'
import { timelineNotes, trapNotes } from './trends/notes.ts'
import { columnsOf } from './trends/paper-columns.ts'
import { type PaperFacts, paperFacts, type ReadPapers } from './text/paper-facts.ts'
import { readTokens } from './text/read-tokens.ts'
import { roundShare } from './trends/share.ts'
import { buildTimeline } from './trends/timeline.ts'
import { findTraps } from './trends/traps.ts'
import { choosePhrases } from './trends/trend-phrases.ts'

/** Everything an analysis says of a collection. Assignments are in the order of the input. */
export interface AnalysisResult {
  topics: Topic[]
  themes: Theme[]
  assignments: AssignmentList
  trends: FoundTrends
  /** Papers as they are numbered in the input, terms by their place in `names`. */
  similar: SimilarPapers & { names: readonly string[] }
  facts: AnalysisFacts
  /** Mean pairwise adjusted Rand index of runs that differ in their seed; null where there is one topic. */
  agreementBetweenSeeds: number | null
}

/**
 * Papers → topics, map and trends: the whole method, top to bottom.
 * Papers must be sorted by id (code point). Pure and synchronous: the same papers, options and seed give the same bits, whatever the kernels.
 * Throws `unprocessable` where no paper has a usable term.
 */
export function analyze(
  papers: readonly Paper[],
  options: AnalysisOptions,
  onStage: OnStage = () => {},
  kernels: Kernels = plainKernels,
): AnalysisResult {
  return kernels.scope(() => {
    onStage('tokens', 0)
    const tokens = readTokens(papers, options.vocabulary, kernels)
    return analyzeRead({ papers: papers.map(paperFacts), tokens }, options, onStage, kernels)
  })
}

/** The same of papers that were read already, with the vocabulary of the options, into the memory of the kernels. */
export function analyzeRead(
  read: ReadPapers,
  options: AnalysisOptions,
  onStage: OnStage,
  kernels: Kernels,
): AnalysisResult {
  return kernels.scope(() => describeModel(modelPapers(read, options, onStage, kernels), onStage, kernels))
}

/** What was found in papers, before it is named and followed over time. */
export interface PaperModel extends Drawn {
  papers: readonly PaperFacts[]
  /** Its tokens are in the memory of the kernels, and they alone. */
  corpus: Corpus
}

/** Papers → topics and map, the first of two halves. Takes the tokens over. */
export function modelPapers(
  { papers, tokens }: ReadPapers,
  options: AnalysisOptions,
  onStage: OnStage,
  kernels: Kernels,
): PaperModel {
  onStage('tokens', 0)
  const corpus = foldTokens(tokens, 'singular', kernels)
  const drawn = modelTopics(kernels, corpus, options, onStage, (model) =>
    drawMap(kernels, model, papers.length, options.seed, onStage),
  )
  return { ...drawn, papers, corpus }
}

/** Topics and map → their names, and what trends there are: the second half, for which the tokens may have come into the memory of other kernels. */
export function describeModel(
  { papers, corpus, terms, rows, found, similar, ...numbers }: PaperModel,
  onStage: OnStage,
  kernels: Kernels,
): AnalysisResult {
  const { phrases, labels, themeLabels } = nameTopics(kernels, corpus, numbers, onStage)

  onStage('trends', 0)
  const columns = columnsOf(papers)
  const timeline = buildTimeline(columns, 'auto')
  const traps = findTraps(timeline, columns, null)
  const names = columnNames(corpus, terms, phrases.uses)
  const themeNames = nameThemes(themeLabels, labels, numbers.themeOfTopic)
  const records = recordsOf({ ...numbers, papers, names, labels, themeNames, found, rows })
  const chosen = choosePhrases(corpus, phrases, timeline, traps.fields.length === 1)
  const trends = followTrends(kernels, timeline, records.groups, chosen)
  for (const item of trends.items) {
    if (item.kind === 'topic') records.topics.find(({ id }) => id === item.id)!.verdict = item.verdict
  }
  return {
    topics: records.topics,
    themes: records.themes,
    assignments: records.assignments,
    trends,
    similar: { ...similar, names },
    facts: {
      ...factsOf(timeline, terms.terms.length, papers.length - rows.length, numbers.reasons, found),
      notes: [...timelineNotes(timeline), ...trapNotes(traps)],
    },
    agreementBetweenSeeds: found.agreement === null ? null : roundShare(found.agreement),
  }
}

type Drawn = ReturnType<typeof drawMap>

/** The map, similar papers, and what else takes the numbers of the model: none of it is in the memory of the kernels. */
function drawMap(kernels: Kernels, model: TopicModel, papers: number, seed: number, onStage: OnStage) {
  onStage('map', 0)
  const { terms, matrix, rows, latent, neighbours, found, assignment, k, fit, themeOfTopic, fewest } = model
  const { vectors, rows: n, dimensions } = latent
  const similar = similarPapers(kernels, matrix, rows, neighbours)
  const layout = layoutMap(kernels, vectors, n, dimensions, neighbours, seed, (done) =>
    onStage('map', 0.1 + 0.9 * done),
  )
  return {
    terms,
    rows,
    found,
    assignment,
    k,
    themeOfTopic,
    fewest,
    similar,
    place: placeStrays(layout, rows, papers),
    reasons: reasonsOfPapers(kernels, matrix, fit, assignment),
    members: membersOf(matrix, fit, assignment),
    similarity: fit.similarity,
  }
}
