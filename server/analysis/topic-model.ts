import type { AnalysisOptions, Stage } from '../../shared/analysis.ts'
import { TidemapError } from '../../shared/error.ts'
import type { Paper } from '../../shared/paper.ts'
import { type Label, labelGroupings } from './labels/label-topics.ts'
import { findPhrases, type Phrases } from './labels/phrases.ts'
import { copyInt32, type Kernels } from './kernels/kernels.ts'
import { createRandom } from './math/random.ts'
import type { Csr } from './matrix/csr.ts'
import type { TermCounts } from './matrix/term-counts.ts'
import { countUsualTerms } from './matrix/term-options.ts'
import { tfIdf } from './matrix/tf-idf.ts'
import type { Corpus } from './text/corpus.ts'
import { readCorpus } from './text/read-corpus.ts'
import { fitTopics, type TopicFit } from './topics/describe-topics.ts'
import { findTopics, type FoundTopics } from './topics/find-topics.ts'
import { leastPapers } from './topics/least-papers.ts'
import { groupIntoThemes } from './topics/themes.ts'
import { tidyTopics } from './topics/tidy-topics.ts'
import type { LatentVectors } from './vectors/latent-vectors.ts'
import { type Neighbours, nearestNeighbours } from './vectors/neighbours.ts'
import { paperVectors } from './vectors/paper-vectors.ts'

/** Called when a stage begins and while it goes on; `done` is the share of that stage, 0–1. */
export type OnStage = (stage: Stage, done: number) => void

/** What topics are named by. */
export interface TopicGroups {
  /** Paper → topic 0…k−1, −1 for Miscellaneous. */
  assignment: Int32Array
  k: number
  /** Topic → theme. */
  themeOfTopic: Int32Array
  /** Papers that must hold a phrase before it can name anything. */
  fewest: number
}

/** The topics of a collection with all that led to them, as numbers. Papers are in the order of the input. */
export interface TopicModel extends TopicGroups {
  terms: Terms
  /** TF-IDF, papers × terms. */
  matrix: Csr
  /** The papers that have a term, ascending; `latent`, `neighbours` and `found` speak of these alone. */
  rows: Int32Array
  latent: LatentVectors
  neighbours: Neighbours
  found: FoundTopics
  fit: TopicFit
}

/** How topics and themes are called, and what the names were chosen from. */
export interface TopicNames {
  /** In the memory of the kernels, for as long as the scope lasts in which they were found. */
  phrases: Phrases
  /** Topic → how it is called: length k. */
  labels: Label[]
  /** Theme → the label of its papers. */
  themeLabels: Label[]
}

/** What the columns of the TF-IDF are. */
type Terms = Omit<TermCounts, 'counts'>

/** Nearest papers that are sought of each paper: for smoothing, the map and similar papers. */
const NEIGHBOURS = 30

/**
 * Tokens → terms → vectors → topics → what `use` makes of them. Papers must be in the order of their ids (code point). Matrix, vectors, neighbours and centroids are in the memory of the kernels,
 * where they take the place of the tokens, and gone when this returns. Throws `unprocessable` where no paper has a usable term.
 */
export function modelTopics<T>(
  kernels: Kernels,
  corpus: Corpus,
  options: AnalysisOptions,
  onStage: OnStage,
  use: (model: TopicModel) => T,
): T {
  return kernels.scope(() => {
    const counted = countUsualTerms(corpus, kernels)
    onStage('vectors', 0)
    return kernels.aside([corpus.forms, corpus.flags], () => use(findModel(kernels, counted, options, onStage)))
  })
}

function findModel(kernels: Kernels, counted: TermCounts, options: AnalysisOptions, onStage: OnStage): TopicModel {
  const { topics, seed } = options
  const all = counted.counts.rows
  const { terms, matrix, rows, own, counts } = weigh(kernels, counted)
  const latent = paperVectors(kernels, counts, own, createRandom(seed, 1), (done) => onStage('vectors', 0.7 * done))
  const { vectors, rows: n, dimensions } = latent
  const most = Math.min(n - 1, NEIGHBOURS)
  const neighbours = nearestNeighbours(kernels, vectors, n, dimensions, most, seed, (done) =>
    onStage('vectors', 0.7 + 0.3 * done),
  )

  onStage('topics', 0)
  // Topics are found by counts and vectors; the weights are read again when papers are compared with topics.
  const found = kernels.aside([matrix.values], () =>
    findTopics(kernels, counts, latent, neighbours, topics, seed, (done) => onStage('topics', done)),
  )
  const least = typeof topics === 'number' ? 1 : leastPapers(rows.length, topics === 'more' ? found.k : 1)
  const { assignment, k } = tidyTopics(kernels, matrix, expand(found.assignment, rows, all), found.k, least)
  const fit = fitTopics(kernels, matrix, assignment, k)
  const themeOfTopic = groupIntoThemes(kernels, latent, rows, assignment, k, seed)
  // Topics asked for by number may be small, but what is in fewer than one of a hundred papers of a mean one names none.
  const few = typeof topics === 'number' ? rows.length / (100 * k) : least / 5
  const fewest = Math.max(2, Math.floor(few))
  return { terms, matrix, rows, latent, neighbours, found, assignment, k, fit, themeOfTopic, fewest }
}

/** Tokens → phrases → the names of topics and themes. */
export function nameTopics(
  kernels: Kernels,
  corpus: Corpus,
  { assignment, k, themeOfTopic, fewest }: TopicGroups,
  onStage: OnStage,
): TopicNames {
  onStage('labels', 0)
  const phrases = findPhrases(kernels, corpus, fewest)
  const [labels, themeLabels] = labelGroupings(kernels, corpus, phrases, [
    { groupOf: assignment, k },
    {
      groupOf: assignment.map((topic) => (topic < 0 ? -1 : themeOfTopic[topic])),
      k: Math.max(...themeOfTopic) + 1,
    },
  ])
  return { phrases, labels, themeLabels }
}

/**
 * TF-IDF, and the same of the papers that have a term (`own`) with what it was made of (`counts`), all in the memory of the kernels: a function of its own, since what a
 * running one has held is not given back.
 */
function weigh(
  kernels: Kernels,
  { counts: all, ...terms }: TermCounts,
): { terms: Terms; matrix: Csr; rows: Int32Array; own: Csr; counts: Csr } {
  const matrix = tfIdf({ counts: all, ...terms }, kernels)
  // A paper without a term cannot be compared with any other.
  const rows = Int32Array.from({ length: all.rows }, (_, paper) => paper).filter(
    (paper) => matrix.starts[paper + 1] > matrix.starts[paper],
  )
  if (rows.length === 0) throw withoutTerms(all.rows)
  // Papers without a term have no entries: of the others only the starts differ.
  const own =
    rows.length === all.rows
      ? matrix
      : { ...matrix, rows: rows.length, starts: copyInt32(kernels, startsOf(matrix, rows)) }
  return { terms, matrix, rows, own, counts: { ...own, values: all.values } }
}

/** Where the rows of some papers start, one more than they are, if the others have no entries. */
function startsOf({ starts, indices }: Csr, rows: Int32Array): Int32Array {
  return Int32Array.from({ length: rows.length + 1 }, (_, i) => (i < rows.length ? starts[rows[i]] : indices.length))
}

/** A partition of some papers as one of all: −1 for the papers that it leaves out. */
function expand(assignment: Int32Array, rows: Int32Array, n: number): Int32Array {
  const all = new Int32Array(n).fill(-1)
  rows.forEach((paper, i) => (all[paper] = assignment[i]))
  return all
}

/** Whether any of the papers says anything that topics could be made of. */
export function hasUsableTerm(papers: readonly Paper[]): boolean {
  return countUsualTerms(readCorpus(papers, 'singular')).counts.indices.length > 0
}

/** What is said of n papers of which none has a usable term. */
export function withoutTerms(n: number): TidemapError {
  return new TidemapError('unprocessable', `no usable term in ${n} ${n === 1 ? 'paper' : 'papers'}`, {
    hint: 'topics need titles or abstracts with words that say what a paper is about',
  })
}
