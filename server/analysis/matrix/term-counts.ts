import { compareCodePoints } from '../../../shared/paper.ts'
import type { Corpus } from '../text/corpus.ts'
import type { Csr } from './csr.ts'
import { formColumns, formTerms } from './form-terms.ts'
import { countPairs, type PairCounts } from './pair-counts.ts'
import { plainTermKernels } from './plain-term-kernels.ts'
import type { TermKernels } from './term-kernels.ts'

export interface TermOptions {
  /** Fewest papers a term must be in. */
  minDocuments: number
  /** Largest share of the papers a term may be in, 0–1. */
  maxShare: number
  /** Also take pairs of neighbouring words. */
  bigrams: boolean
  /** Leave the words of academic prose out. */
  dropAcademic: boolean
  /** How much a word of the title counts; a word of the abstract counts 1. */
  titleWeight: number
}

/** How often each term is in each paper. Columns stand in order of falling document frequency, ties by code point. */
export interface TermCounts {
  /** Values are counts (title words count `titleWeight`). */
  counts: Csr
  /** Column → how many papers hold the term. */
  documentFrequency: Int32Array
  /** Column → the term's stems joined by a space. */
  terms: string[]
  /** Column → its stem, or −1 for a pair of words. */
  stemOfColumn: Int32Array
  /** Stem → its column, or −1 for none. */
  columnOfStem: Int32Array
}

/** Counts the terms of a corpus, in the memory of the kernels. A long form (`large language model`) counts as itself and as its words. */
export function countTerms(corpus: Corpus, options: TermOptions, kernels: TermKernels = plainTermKernels): TermCounts {
  const stemCount = corpus.stemTexts.length
  const terms = formTerms(corpus, options.dropAcademic)
  // Terms are numbered stems first, then pairs as they come.
  const pairs: PairCounts | null = options.bigrams ? countPairs(corpus, terms, options.titleWeight) : null
  const documents = pairs === null ? kernels.countDocuments(corpus, terms, stemCount) : pairs.documents
  const text = (term: number): string =>
    term < stemCount
      ? corpus.stemTexts[term]
      : pairs!.pairs[term - stemCount].map((stem) => corpus.stemTexts[stem]).join(' ')
  const most = Math.max(options.minDocuments, options.maxShare * corpus.n)
  const kept: number[] = []
  for (let term = 0; term < documents.length; term++) {
    if (documents[term] >= options.minDocuments && documents[term] <= most) kept.push(term)
  }
  const column = new Int32Array(documents.length).fill(-1)
  const number = (all: readonly number[]): void => all.forEach((term, i) => (column[term] = i))
  number(kept)
  let ordered: { term: number; text: string; frequency: number }[] = []
  const putInOrder = (): void => {
    ordered = kept
      .map((term) => ({ term, text: text(term), frequency: documents[term] }))
      .sort((a, b) => b.frequency - a.frequency || compareCodePoints(a.text, b.text))
    number(ordered.map(({ term }) => term))
  }
  let counts: Csr
  if (pairs === null)
    counts = kernels.countColumns(corpus, formColumns(terms, column), kept.length, options.titleWeight, () => {
      putInOrder()
      return formColumns(terms, column)
    })
  else {
    putInOrder()
    counts = pairs.countColumns(column, kept.length, kernels)
  }
  return {
    counts,
    documentFrequency: Int32Array.from(ordered, ({ frequency }) => frequency),
    terms: ordered.map(({ text: own }) => own),
    stemOfColumn: Int32Array.from(ordered, ({ term }) => (term < stemCount ? term : -1)),
    columnOfStem: column.slice(0, stemCount),
  }
}
