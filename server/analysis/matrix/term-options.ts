import type { Corpus } from '../text/corpus.ts'
import { countTerms, type TermCounts, type TermOptions } from './term-counts.ts'
import type { TermKernels } from './term-kernels.ts'

/** From so many papers on single words say enough; below, pairs of words help (README, ablation). */
const LARGE = 1000

/** How terms are counted in a collection of n papers. */
export function termOptions(n: number): TermOptions {
  const shared = { dropAcademic: true, titleWeight: 2 }
  if (n >= LARGE) return { ...shared, minDocuments: 3, maxShare: 0.4, bigrams: false }
  if (n >= 10) return { ...shared, minDocuments: 2, maxShare: 0.5, bigrams: true }
  return { ...shared, minDocuments: 1, maxShare: 1, bigrams: true }
}

/** Counts the terms of a corpus; where the usual limits leave none (papers all alike, or all different), without limits. */
export function countUsualTerms(corpus: Corpus, kernels?: TermKernels): TermCounts {
  const options = termOptions(corpus.n)
  const terms = countTerms(corpus, options, kernels)
  if (terms.terms.length > 0) return terms
  const unlimited = countTerms(corpus, { ...options, minDocuments: 1, maxShare: 1 }, kernels)
  if (unlimited.terms.length > 0) return unlimited
  return countTerms(corpus, { ...options, minDocuments: 1, maxShare: 1, dropAcademic: false }, kernels)
}
