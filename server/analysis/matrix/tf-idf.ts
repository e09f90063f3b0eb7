import { log } from '../math/elementary.ts'
import { type Csr, normalizeRows } from './csr.ts'
import { HEAP, type Memory } from './memory.ts'
import type { TermCounts } from './term-counts.ts'

/**
 * TF-IDF weights of term counts: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), rows scaled to unit length.
 * Formula: scikit-learn's TfidfVectorizer with sublinear_tf and smooth_idf. Shares `starts` and `indices` with the counts; the values are in `memory`.
 */
export function tfIdf({ counts, documentFrequency }: TermCounts, memory: Memory = HEAP): Csr {
  const idf = Float64Array.from(documentFrequency, (df) => log((1 + counts.rows) / (1 + df)) + 1)
  // Counts are whole numbers, and nearly all of them small.
  const weightOf = Float64Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + log(count)))
  const values = memory.float32(counts.values.length)
  for (let e = 0; e < values.length; e++) {
    const count = counts.values[e]
    values[e] = (count < 256 ? weightOf[count] : 1 + log(count)) * idf[counts.indices[e]]
  }
  const matrix = { ...counts, values }
  normalizeRows(matrix)
  return matrix
}
