import { compareCodePoints } from '../../../shared/paper.ts'
import type { Corpus } from '../text/corpus.ts'
import type { Csr } from './csr.ts'
import { HEAP, type Memory } from './memory.ts'
import { type TermOptions, TermReader } from './term-reader.ts'

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

/** Counts the terms of a corpus, in `memory`. A long form (`large language model`) counts as itself and as its words. */
export function countTerms(corpus: Corpus, options: TermOptions, memory: Memory = HEAP): TermCounts {
  const stemCount = corpus.stemTexts.length
  const reader = new TermReader(corpus, options)

  // Terms are numbered stems first, then pairs as they come. Papers are read twice, which takes less than to keep what is read.
  let documents = new Int32Array(stemCount + 1024)
  /** Term → 1 + the last paper that has it. */
  let lastOf = new Int32Array(stemCount + 1024)
  for (let paper = 0; paper < corpus.n; paper++) {
    const count = reader.read(paper)
    const { terms } = reader
    while (stemCount + reader.pairs.length > documents.length) {
      documents = larger(documents)
      lastOf = larger(lastOf)
    }
    for (let i = 0; i < count; i++) {
      const term = terms[i]
      if (lastOf[term] === paper + 1) continue
      lastOf[term] = paper + 1
      documents[term]++
    }
  }

  const { pairs } = reader
  const text = (term: number): string =>
    term < stemCount ? corpus.stemTexts[term] : pairs[term - stemCount].map((stem) => corpus.stemTexts[stem]).join(' ')
  const most = Math.max(options.minDocuments, options.maxShare * corpus.n)
  const kept: number[] = []
  for (let term = 0; term < stemCount + pairs.length; term++) {
    if (documents[term] >= options.minDocuments && documents[term] <= most) kept.push(term)
  }
  const texts = new Map(kept.map((term) => [term, text(term)]))
  kept.sort((a, b) => documents[b] - documents[a] || compareCodePoints(texts.get(a)!, texts.get(b)!))

  const column = new Int32Array(stemCount + pairs.length).fill(-1)
  kept.forEach((term, i) => (column[term] = i))

  // There are as many entries as papers that hold the terms kept.
  const total = kept.reduce((sum, term) => sum + documents[term], 0)
  const starts = memory.int32(corpus.n + 1)
  const indices = memory.int32(total)
  const values = memory.float32(total)
  const row = new Float32Array(kept.length)
  let entries = 0
  for (let paper = 0; paper < corpus.n; paper++) {
    const first = entries
    const count = reader.read(paper)
    const { terms, weights } = reader
    for (let i = 0; i < count; i++) {
      const at = column[terms[i]]
      if (at < 0) continue
      if (row[at] === 0) indices[entries++] = at
      row[at] += weights[i]
    }
    indices.subarray(first, entries).sort()
    for (let e = first; e < entries; e++) {
      values[e] = row[indices[e]]
      row[indices[e]] = 0
    }
    starts[paper + 1] = entries
  }
  return {
    counts: { rows: corpus.n, columns: kept.length, starts, indices, values },
    documentFrequency: Int32Array.from(kept, (term) => documents[term]),
    terms: kept.map((term) => texts.get(term)!),
    stemOfColumn: Int32Array.from(kept, (term) => (term < stemCount ? term : -1)),
    columnOfStem: column.slice(0, stemCount),
  }
}

function larger(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * array.length)
  twice.set(array)
  return twice
}
