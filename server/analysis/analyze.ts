import type { AnalysisFacts, AnalysisOptions, Stage } from '../../shared/analysis.ts'
import { TidemapError } from '../../shared/error.ts'
import type { Paper } from '../../shared/paper.ts'
import { type Assignment, MISCELLANEOUS, type Theme, type Topic } from '../../shared/topic.ts'
import type { TrendItem } from '../../shared/trend.ts'
import { columnNames } from './labels/column-names.ts'
import { labelGroups } from './labels/label-topics.ts'
import { findPhrases } from './labels/phrases.ts'
import { layoutMap } from './map/layout.ts'
import { placeStrays } from './map/strays.ts'
import { createRandom } from './math/random.ts'
import { selectRows } from './matrix/csr.ts'
import { countUsualTerms } from './matrix/term-options.ts'
import { tfIdf } from './matrix/tf-idf.ts'
import { factsOf, recordsOf } from './records.ts'
import { readCorpus } from './text/corpus.ts'
import { fitTopics } from './topics/describe-topics.ts'
import { findTopics } from './topics/find-topics.ts'
import { latentVectors } from './topics/latent-vectors.ts'
import { groupIntoThemes } from './topics/themes.ts'
import { leastPapers } from './topics/least-papers.ts'
import { tidyTopics } from './topics/tidy-topics.ts'
import { datesOf } from './trends/dates.ts'
import { roundShare } from './trends/share.ts'
import { buildTimeline } from './trends/timeline.ts'
import { followGroups } from './trends/topic-trends.ts'

/** Everything an analysis says of a collection. Assignments are in the order of the input. */
export interface AnalysisResult {
  topics: Topic[]
  themes: Theme[]
  assignments: Assignment[]
  trends: TrendItem[]
  facts: AnalysisFacts
  /** Mean pairwise adjusted Rand index of runs that differ in their seed; null where there is one topic. */
  agreementBetweenSeeds: number | null
}

/** Called when a stage begins and while it goes on; `done` is the share of that stage, 0–1. */
export type OnStage = (stage: Stage, done: number) => void

/** Dimensions of the latent vectors. */
const DIMENSIONS = 64

/**
 * Papers → topics, map and trends: the whole method, top to bottom.
 * Papers must be sorted by id (code point). Pure and synchronous: the same papers, options and seed give the same bits.
 * Throws `unprocessable` where no paper has a usable term.
 */
export function analyze(
  papers: readonly Paper[],
  options: AnalysisOptions,
  onStage: OnStage = () => {},
): AnalysisResult {
  const at = (stage: Stage) => (done: number) => onStage(stage, done)

  onStage('tokens', 0)
  const corpus = readCorpus(papers, 'singular', at('tokens'))

  onStage('vectors', 0)
  const terms = countUsualTerms(corpus)
  const matrix = tfIdf(terms)
  // A paper without a term cannot be compared with any other.
  const rows = Int32Array.from(papers.keys()).filter((paper) => matrix.starts[paper + 1] > matrix.starts[paper])
  if (rows.length === 0) {
    throw new TidemapError(
      'unprocessable',
      `no usable term in ${papers.length} ${papers.length === 1 ? 'paper' : 'papers'}`,
      {
        hint: 'topics need titles or abstracts with words that say what a paper is about',
      },
    )
  }
  const counts = selectRows(terms.counts, rows)
  const latent = latentVectors(selectRows(matrix, rows), DIMENSIONS, createRandom(options.seed, 1), at('vectors'))

  onStage('topics', 0)
  const found = findTopics(counts, latent, options.topics, options.seed, at('topics'))
  const least = options.topics === 'auto' ? leastPapers(rows.length) : 1
  const { assignment, k } = tidyTopics(matrix, expand(found.assignment, rows, papers.length), found.k, least)
  const fit = fitTopics(matrix, assignment, k)
  const themeOfTopic = groupIntoThemes(latent, rows, assignment, k, options.seed)

  onStage('labels', 0)
  const phrases = findPhrases(corpus, Math.max(2, Math.floor(least / 5)))
  const labels = labelGroups(corpus, phrases, assignment, k)
  const themeOfPaper = assignment.map((topic) => (topic < 0 ? -1 : themeOfTopic[topic]))
  const themeLabels = labelGroups(corpus, phrases, themeOfPaper, Math.max(...themeOfTopic) + 1)

  onStage('map', 0)
  const layout = layoutMap(latent.vectors, latent.rows, latent.dimensions, options.seed, at('map'))
  const place = placeStrays(layout, rows, papers.length)

  onStage('trends', 0)
  const timeline = buildTimeline(datesOf(papers), 'auto')
  const records = recordsOf({
    papers,
    matrix,
    names: columnNames(corpus, terms),
    assignment,
    fit,
    labels,
    themeOfTopic,
    themeLabels,
    place,
    found,
    rows,
  })
  const trends = followGroups(timeline, records.groups)
  for (const item of trends) {
    if (item.kind === 'topic') records.topics.find(({ id }) => id === item.id)!.verdict = item.verdict
  }
  return {
    topics: records.topics,
    themes: records.themes,
    assignments: records.assignments,
    trends,
    facts: factsOf(timeline, terms.terms.length, papers.length - rows.length, records.assignments, found),
    agreementBetweenSeeds: found.agreement === null ? null : roundShare(found.agreement),
  }
}

/** A partition of some papers as one of all: −1 for the papers that it leaves out. */
function expand(assignment: Int32Array, rows: Int32Array, n: number): Int32Array {
  const all = new Int32Array(n).fill(MISCELLANEOUS - 1)
  rows.forEach((paper, i) => (all[paper] = assignment[i]))
  return all
}
