import { countUsualTerms } from '../../server/analysis/matrix/term-options.ts'
import { columnNames } from '../../server/analysis/labels/column-names.ts'
import type { Kernels } from '../../server/analysis/kernels/kernels.ts'
import { plainKernels } from '../../server/analysis/kernels/plain/plain-kernels.ts'
import { modelTopics, nameTopics } from '../../server/analysis/topic-model.ts'
import { foldTokens } from '../../server/analysis/text/read-corpus.ts'
import { readTokens } from '../../server/analysis/text/read-tokens.ts'
import type { Corpus } from '../../server/analysis/text/corpus.ts'
import type { Paper } from '../../shared/paper.ts'
import { classWords } from './metrics/class-words.ts'
import { TOP_WORDS, type TopicRun } from './topic-run.ts'

/** A run of our own method, with what labels are compared by. */
export interface TidemapRun extends TopicRun {
  corpus: Corpus
  /** Topic → its terms as people read them, best first; the first is the label. */
  terms: string[][]
  /** Topic → its words by class-based TF-IDF as people read them, best first. */
  plainWords: string[][]
}

/** Finds and names topics as an analysis does. Papers must be sorted by id. Throws where no paper has a usable term. */
export function runTidemap(
  papers: readonly Paper[],
  topics: number | 'auto',
  seed: number,
  kernels: Kernels = plainKernels,
): TidemapRun {
  const { corpus, terms, assignment, k, found, phrases, labels } = kernels.scope(() => {
    const corpus = foldTokens(readTokens(papers, undefined, kernels), 'singular', kernels)
    const model = modelTopics(
      kernels,
      corpus,
      { topics, seed },
      () => {},
      (found) => found,
    )
    return { ...model, ...nameTopics(kernels, corpus, model, () => {}), corpus: withOwnTokens(corpus) }
  })
  const columns = classWords(countUsualTerms(corpus), assignment, k, TOP_WORDS)
  const names = columnNames(corpus, terms, phrases.uses)
  return {
    seed,
    k,
    assignment,
    words: columns.map((list) => list.map((column) => terms.terms[column])),
    labels: labels.map(({ label }) => label),
    ownEstimate: found.agreement,
    corpus,
    terms: labels.map((label) => label.terms),
    plainWords: columns.map((list) => list.map((column) => names[column])),
  }
}

/** A corpus with tokens that outlast the memory of the kernels. */
function withOwnTokens(corpus: Corpus): Corpus {
  const { starts, abstractStarts, forms, flags } = corpus
  return {
    ...corpus,
    starts: starts.slice(),
    abstractStarts: abstractStarts.slice(),
    forms: forms.slice(),
    flags: flags.slice(),
  }
}
