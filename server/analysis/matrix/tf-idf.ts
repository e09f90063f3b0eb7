import { log } from '../math/elementary.ts'
import { type Csr, normalizeRows } from './csr.ts'
import type { TermCounts } from './term-counts.ts'

/**
 * TF-IDF weights of term counts: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), rows scaled to unit length.
 * Formula: scikit-learn's TfidfVectorizer with sublinear_tf and smooth_idf. Shares `starts` and `indices` with the counts.
 */
export function tfIdf({ counts, documentFrequency }: TermCounts): Csr {
  const idf = Float64Array.from(documentFrequency, (df) => log((1 + counts.rows) / (1 + df)) + 1)
  // Counts are whole numbers, and nearly all of them small.
  const weightOf = Float64Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + log(count)))
  const values = counts.values.map((count, e) => {
    const weight = count < 256 ? weightOf[count] : 1 + log(count)
    return weight * idf[counts.indices[e]]
  })
  const matrix = { ...counts, values }
  normalizeRows(matrix)
  return matrix
}
