import { log } from '../math/elementary.ts'
import { type Csr, normalizeRows } from './csr.ts'
import type { TermCounts } from './term-counts.ts'

/**
 * TF-IDF weights of term counts: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), rows scaled to unit length.
 * Formula: scikit-learn's TfidfVectorizer with sublinear_tf and smooth_idf. Shares `starts` and `indices` with the counts.
 */
export function tfIdf({ counts, documentFrequency }: TermCounts): Csr {
  const idf = Float64Array.from(documentFrequency, (df) => log((1 + counts.rows) / (1 + df)) + 1)
  const values = new Float32Array(counts.values.length)
  for (let e = 0; e < values.length; e++) values[e] = (1 + log(counts.values[e])) * idf[counts.indices[e]]
  const matrix = { ...counts, values }
  normalizeRows(matrix)
  return matrix
}
