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

  // Terms are numbered stems first, then pairs as they come.
  let documents = new Int32Array(stemCount + 1024)
  /** Term → its latest entry, which is of this paper if it stands behind the first one of the paper. */
  let entryOf = new Int32Array(stemCount + 1024).fill(-1)
  let termOf = new Int32Array(1 << 16)
  let weightOf = new Float32Array(1 << 16)
  const starts = new Int32Array(corpus.n + 1)
  let all = 0
  for (let paper = 0; paper < corpus.n; paper++) {
    const count = reader.read(paper)
    const { terms, weights } = reader
    while (stemCount + reader.pairs.length > documents.length) {
      documents = larger(documents)
      entryOf = larger(entryOf).fill(-1, entryOf.length)
    }
    while (all + count > termOf.length) {
      termOf = larger(termOf)
      weightOf = larger(weightOf)
    }
    const first = starts[paper]
    for (let i = 0; i < count; i++) {
      const term = terms[i]
      if (entryOf[term] >= first) {
        weightOf[entryOf[term]] += weights[i]
        continue
      }
      documents[term]++
      entryOf[term] = all
      termOf[all] = term
      weightOf[all++] = weights[i]
    }
    starts[paper + 1] = all
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
  const indices = new Int32Array(total)
  const values = new Float32Array(total)
  const row = new Float32Array(kept.length)
  let entries = 0
  for (let paper = 0; paper < corpus.n; paper++) {
    const first = entries
    for (let e = starts[paper]; e < starts[paper + 1]; e++) {
      const at = column[termOf[e]]
      if (at < 0) continue
      indices[entries++] = at
      row[at] = weightOf[e]
    }
    starts[paper] = first
    indices.subarray(first, entries).sort()
    for (let e = first; e < entries; e++) values[e] = row[indices[e]]
  }
  starts[corpus.n] = entries
  return {
    counts: { rows: corpus.n, columns: kept.length, starts, indices, values },
    documentFrequency: Int32Array.from(kept, (term) => documents[term]),
    terms: kept.map((term) => texts.get(term)!),
    stemOfColumn: Int32Array.from(kept, (term) => (term < stemCount ? term : -1)),
    columnOfStem: column.slice(0, stemCount),
  }
}

function larger<A extends Int32Array | Float32Array>(array: A): A {
  const twice = new (array.constructor as new (length: number) => A)(2 * array.length)
  twice.set(array)
  return twice
}
