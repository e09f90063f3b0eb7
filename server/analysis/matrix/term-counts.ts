import { compareCodePoints } from '../../../shared/paper.ts'
import type { Corpus } from '../text/corpus.ts'
import type { Csr } from './csr.ts'
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

/** Counts the terms of a corpus. A long form (`large language model`) counts as itself and as its words. */
export function countTerms(corpus: Corpus, options: TermOptions): TermCounts {
  const stemCount = corpus.stemTexts.length
  const reader = new TermReader(corpus, options)

  // First pass: document frequency. Terms are numbered stems first, then pairs as they come.
  let documents = new Int32Array(stemCount + 1024)
  let lastPaper = new Int32Array(stemCount + 1024).fill(-1)
  for (let paper = 0; paper < corpus.n; paper++) {
    const count = reader.read(paper)
    while (stemCount + reader.pairs.length > documents.length) {
      documents = grow(documents, 0)
      lastPaper = grow(lastPaper, -1)
    }
    for (let i = 0; i < count; i++) {
      const term = reader.terms[i]
      if (lastPaper[term] === paper) continue
      lastPaper[term] = paper
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

  // Second pass: counts, one row a paper. There are as many entries as papers that hold the terms kept.
  const starts = new Int32Array(corpus.n + 1)
  const total = kept.reduce((sum, term) => sum + documents[term], 0)
  const indices = new Int32Array(total)
  const values = new Float32Array(total)
  const row = new Float32Array(kept.length)
  let entries = 0
  for (let paper = 0; paper < corpus.n; paper++) {
    const count = reader.read(paper)
    for (let i = 0; i < count; i++) {
      const at = column[reader.terms[i]]
      if (at < 0) continue
      if (row[at] === 0) indices[entries++] = at
      row[at] += reader.weights[i]
    }
    indices.subarray(starts[paper], entries).sort()
    for (let e = starts[paper]; e < entries; e++) {
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

function grow(array: Int32Array, fill: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2).fill(fill, array.length)
  larger.set(array)
  return larger
}
