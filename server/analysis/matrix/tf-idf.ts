import { log } from '../math/elementary.ts'
import type { Csr } from './csr.ts'
import { plainTermKernels } from './plain-term-kernels.ts'
import type { TermCounts } from './term-counts.ts'
import type { TermKernels } from './term-kernels.ts'

/** Counts are whole numbers, and nearly all of them smaller than this. */
const SMALL = 256

/**
 * TF-IDF weights of term counts: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), rows scaled to unit length.
 * Formula: scikit-learn's TfidfVectorizer with sublinear_tf and smooth_idf. Shares `starts` and `indices` with the counts; the values are in the memory of the kernels, as
 * the counts must be.
 */
export function tfIdf({ counts, documentFrequency }: TermCounts, kernels: TermKernels = plainTermKernels): Csr {
  const idf = Float64Array.from(documentFrequency, (df) => log((1 + counts.rows) / (1 + df)) + 1)
  const tf = Float64Array.from({ length: SMALL }, (_, count) => (count === 0 ? 0 : 1 + log(count)))
  return { ...counts, values: kernels.weigh(counts, idf, tf) }
}
