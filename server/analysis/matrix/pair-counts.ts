import type { Corpus } from '../text/corpus.ts'
import type { Csr } from './csr.ts'
import type { FormTerms } from './form-terms.ts'
import type { TermKernels } from './term-kernels.ts'
import { TermReader } from './term-reader.ts'

/** Terms of small collections: words, and pairs of neighbouring ones. */
export interface PairCounts {
  /** The pairs that were met, as stems; the number of the first is the number of stems. */
  pairs: readonly (readonly [number, number])[]
  /** Term → papers that hold it. */
  documents: Int32Array
  /** How often each column is in each paper, in the memory of the kernels. `column`: term → column, −1 for none. */
  countColumns(column: Int32Array, columnCount: number, kernels: Pick<TermKernels, 'int32' | 'float32'>): Csr
}

export function countPairs(corpus: Corpus, terms: FormTerms, titleWeight: number): PairCounts {
  const reader = new TermReader(corpus, terms, titleWeight)
  /** Papers in reading order: term → how much it counts. */
  const papers = Array.from({ length: corpus.n }, (_, paper) => {
    const counts = new Map<number, number>()
    const count = reader.read(paper)
    for (let i = 0; i < count; i++) counts.set(reader.terms[i], (counts.get(reader.terms[i]) ?? 0) + reader.weights[i])
    return counts
  })
  const documents = new Int32Array(corpus.stemTexts.length + reader.pairs.length)
  for (const counts of papers) for (const term of counts.keys()) documents[term]++
  return {
    pairs: reader.pairs,
    documents,
    countColumns(column, columns, kernels) {
      const rows = papers.map((counts) =>
        Array.from(counts, ([term, count]) => ({ column: column[term], count }))
          .filter((entry) => entry.column >= 0)
          .sort((a, b) => a.column - b.column),
      )
      const starts = kernels.int32(corpus.n + 1)
      rows.forEach((row, i) => (starts[i + 1] = starts[i] + row.length))
      const indices = kernels.int32(starts[corpus.n])
      const values = kernels.float32(starts[corpus.n])
      rows.flat().forEach((entry, e) => {
        indices[e] = entry.column
        values[e] = entry.count
      })
      return { rows: corpus.n, columns, starts, indices, values }
    },
  }
}
