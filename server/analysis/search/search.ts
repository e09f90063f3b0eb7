import type { TrendField } from '../../../shared/trend.ts'
import { log } from '../math/elementary.ts'
import { findPhrase, TITLE_WEIGHT, type PhraseHits } from './find-phrase.ts'
import { parseQuery, type Clause, type Query } from './query.ts'
import { papersOfTopic, type Scope } from './scope.ts'
import type { TextIndex } from './text-index.ts'

/** Papers that match a query. */
export interface Matches {
  /** Their numbers, ascending. */
  papers: Int32Array
  /** How well each of them matches (BM25), 0 and up. */
  scores: Float64Array
}

/**
 * Numbers (ascending) of the papers that match a query (`parseQuery` says how it is written; words next to each other are a phrase),
 * looked for in `fields`. Throws `bad-request` for a query without a word.
 */
export function matchQuery(index: TextIndex, query: string, fields: readonly TrendField[]): Int32Array {
  return findPapers(index, parseQuery(query), fields, null).papers
}

/** How quickly further occurrences in one paper lose weight, and how much long papers are held back. */
const K1 = 1.2
const B = 0.75

/**
 * The papers that match a query, each with its BM25 score: a phrase counts as one term, a word of the title as two, filters as none.
 * Alternatives add up. `scope` answers `topic:`; null where there is no analysis.
 * Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, with the idf of Lucene (never negative).
 */
export function findPapers(
  index: TextIndex,
  query: Query,
  fields: readonly TrendField[],
  scope: Scope | null,
): Matches {
  const n = index.ids.length
  const found = new Uint8Array(n)
  const scores = new Float64Array(n)
  const lengths = lengthsOf(index, fields)
  for (const clauses of query) {
    const held = new Uint16Array(n)
    const gained = new Float64Array(n)
    let wanted = 0
    for (const clause of clauses.filter(({ without }) => !without)) {
      const hits = papersOf(index, clause, fields, scope)
      const optional = clause.kind === 'phrase' && clause.optional
      if (!optional) wanted++
      const scored = clause.kind === 'phrase' && isText(clause.field)
      const idf = scored ? log(1 + (n - hits.papers.length + 0.5) / (hits.papers.length + 0.5)) : 0
      hits.papers.forEach((paper, i) => {
        if (!optional) held[paper]++
        const weight = hits.weights[i]
        gained[paper] += (idf * weight * (K1 + 1)) / (weight + K1 * lengths[paper])
      })
    }
    for (const clause of clauses.filter(({ without }) => without)) {
      for (const paper of papersOf(index, clause, fields, scope).papers) held[paper] = 0
    }
    for (let paper = 0; paper < n; paper++) {
      if (held[paper] !== wanted) continue
      found[paper] = 1
      scores[paper] += gained[paper]
    }
  }
  const papers: number[] = []
  found.forEach((yes, paper) => {
    if (yes === 1) papers.push(paper)
  })
  return { papers: Int32Array.from(papers), scores: Float64Array.from(papers, (paper) => scores[paper]) }
}

function papersOf(index: TextIndex, clause: Clause, fields: readonly TrendField[], scope: Scope | null): PhraseHits {
  if (clause.kind === 'phrase') return findPhrase(index, clause, fields)
  const papers =
    clause.kind === 'topic' ? papersOfTopic(scope, clause.topic) : papersBetween(index, clause.first, clause.last)
  return { papers, weights: new Float64Array(papers.length).fill(1) }
}

/** Numbers (ascending) of the papers of which all days that their date may mean lie within; undated papers do not. */
export function papersBetween(index: TextIndex, first: number, last: number): Int32Array {
  const papers: number[] = []
  index.precision.forEach((precision, paper) => {
    if (precision > 0 && index.firstDay[paper] >= first && index.lastDay[paper] <= last) papers.push(paper)
  })
  return Int32Array.from(papers)
}

/** Paper → what its length does to its score: 1 for one of mean length. */
function lengthsOf(index: TextIndex, fields: readonly TrendField[]): Float64Array {
  const title = fields.includes('title') ? TITLE_WEIGHT : 0
  const abstract = fields.includes('abstract') ? 1 : 0
  const lengths = Float64Array.from(
    index.titleWords,
    (count, paper) => title * count + abstract * index.abstractWords[paper],
  )
  let sum = 0
  for (const length of lengths) sum += length
  const mean = sum === 0 ? 1 : sum / lengths.length
  return lengths.map((length) => 1 - B + (B * length) / mean)
}

function isText(field: string | null): boolean {
  return field === null || field === 'title' || field === 'abstract'
}
