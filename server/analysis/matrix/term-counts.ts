import { compareCodePoints } from '../../../shared/paper.ts'
import { continues, type Corpus } from '../text/corpus.ts'
import { IS_ACADEMIC, IS_BARE, IS_STOP } from '../text/fold.ts'
import type { Csr } from './csr.ts'

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

/** Counts the terms of a corpus. */
export function countTerms(corpus: Corpus, options: TermOptions): TermCounts {
  const stemCount = corpus.stemTexts.length
  const banned = IS_STOP | IS_BARE | (options.dropAcademic ? IS_ACADEMIC : 0)
  const isTerm = (stem: number): boolean => (corpus.stemKinds[stem] & banned) === 0

  // Term ids: stems first, then pairs as they come.
  const pairIds = new Map<number, number>()
  const pairs: [number, number][] = []
  const visitPaper = (paper: number, visit: (term: number, weight: number) => void, known: boolean): void => {
    for (let t = corpus.starts[paper]; t < corpus.starts[paper + 1]; t++) {
      const stem = corpus.stemOfForm[corpus.forms[t]]
      const weight = t < corpus.abstractStarts[paper] ? options.titleWeight : 1
      if (!isTerm(stem)) continue
      visit(stem, weight)
      if (!options.bigrams || t + 1 >= corpus.starts[paper + 1] || !continues(corpus, t + 1)) continue
      const next = corpus.stemOfForm[corpus.forms[t + 1]]
      if (!isTerm(next)) continue
      const key = stem * stemCount + next
      let pair = pairIds.get(key)
      if (pair === undefined) {
        if (known) continue
        pair = stemCount + pairs.length
        pairIds.set(key, pair)
        pairs.push([stem, next])
      }
      visit(pair, weight)
    }
  }

  // First pass: document frequency.
  let documents = new Int32Array(stemCount + 1024)
  let lastPaper = new Int32Array(stemCount + 1024).fill(-1)
  for (let paper = 0; paper < corpus.n; paper++) {
    visitPaper(
      paper,
      (term) => {
        if (term >= documents.length) {
          documents = grow(documents, 0)
          lastPaper = grow(lastPaper, -1)
        }
        if (lastPaper[term] === paper) return
        lastPaper[term] = paper
        documents[term]++
      },
      false,
    )
  }

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

  // Second pass: counts, one row a paper.
  const starts = new Int32Array(corpus.n + 1)
  let indices = new Int32Array(1 << 16)
  let values = new Float32Array(1 << 16)
  let entries = 0
  const row = new Float64Array(kept.length)
  let touched: number[] = []
  for (let paper = 0; paper < corpus.n; paper++) {
    touched = []
    visitPaper(
      paper,
      (term, weight) => {
        const at = column[term]
        if (at < 0) return
        if (row[at] === 0) touched.push(at)
        row[at] += weight
      },
      true,
    )
    touched.sort((a, b) => a - b)
    if (entries + touched.length > indices.length) {
      indices = grow(indices, 0)
      const larger = new Float32Array(indices.length)
      larger.set(values)
      values = larger
    }
    for (const at of touched) {
      indices[entries] = at
      values[entries++] = row[at]
      row[at] = 0
    }
    starts[paper + 1] = entries
  }
  return {
    counts: {
      rows: corpus.n,
      columns: kept.length,
      starts,
      indices: indices.slice(0, entries),
      values: values.slice(0, entries),
    },
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
