import type { TrendField } from '../../../shared/trend.ts'
import { addScores, lengthsOf } from './bm25.ts'
import { findPhrase } from './find-phrase.ts'
import { addGains, papersOfBoth, papersOfEither, papersWithout } from './join-papers.ts'
import type { PhraseHits } from './phrase-hits.ts'
import { parseQuery, type Clause, type Query } from './query.ts'
import { papersOfTopic, type Scope } from './scope.ts'
import type { TextIndex } from './text-index.ts'
import { rememberWords, type SearchedWords } from './word-occurrences.ts'

/** Papers that match a query. */
export interface Matches {
  /** Their numbers, ascending. */
  readonly papers: Int32Array
  /** How well each of them matches (BM25), 0 and up; found when it is first looked at. */
  readonly scores: Float64Array
  /** The scores of some of these papers, ascending. */
  readonly scoresOf: (some: Int32Array) => Float64Array
}

/**
 * Numbers (ascending) of the papers that match a query (`parseQuery` says how it is written; words next to each other are a phrase),
 * looked for in `fields`. Throws `bad-request` for a query without a word.
 */
export function matchQuery(index: TextIndex, query: string, fields: readonly TrendField[]): Int32Array {
  return findPapers(index, parseQuery(query), fields, null).papers
}

/**
 * The papers that match a query, each with its BM25 score: a phrase counts as one term, a word of the title as two, filters as none.
 * Alternatives add up. `scope` answers `topic:`; null where there is no analysis.
 */
export function findPapers(
  index: TextIndex,
  query: Query,
  fields: readonly TrendField[],
  scope: Scope | null,
): Matches {
  const words = rememberWords(index)
  const alternatives = query.map((clauses) => {
    const found = clauses.map((clause) => ({ clause, hits: hitsOf(index, words, clause, fields, scope) }))
    const asked = found.filter(({ clause }) => !clause.without)
    // What lifts papers comes last in its run of words.
    const conditions = asked.filter(({ clause }, i) => i === 0 || clause.kind !== 'phrase' || !clause.optional)
    const papers = conditions.map(({ hits }) => hits.papers).reduce(papersOfBoth)
    const left = found
      .filter(({ clause }) => clause.without)
      .reduce((all, { hits }) => papersWithout(all, hits.papers), papers)
    return { papers: left, asked }
  })
  const papers = alternatives.map((one) => one.papers).reduce(papersOfEither)
  const scoresOf = (some: Int32Array): Float64Array => {
    if (alternatives.length === 1) return gainsOf(index, some, alternatives[0].asked, fields)
    const sums = new Float64Array(some.length)
    for (const one of alternatives) {
      const own = papersOfBoth(some, one.papers)
      addGains(sums, some, own, gainsOf(index, own, one.asked, fields))
    }
    return sums
  }
  let scores: Float64Array | null = null
  return {
    papers,
    get scores() {
      return (scores ??= scoresOf(papers))
    },
    scoresOf,
  }
}

/** What some papers that hold all of some clauses gain by them, in their order. */
function gainsOf(
  index: TextIndex,
  papers: Int32Array,
  asked: readonly { clause: Clause; hits: PhraseHits }[],
  fields: readonly TrendField[],
): Float64Array {
  const lengths = lengthsOf(index, fields)
  const sums = new Float64Array(papers.length)
  for (const { clause, hits } of asked) {
    if (clause.kind === 'phrase' && isText(clause.field)) addScores(sums, papers, hits, lengths)
  }
  return sums
}

/** The papers of a clause, ascending, and how often each holds it. */
function hitsOf(
  index: TextIndex,
  words: SearchedWords,
  clause: Clause,
  fields: readonly TrendField[],
  scope: Scope | null,
): PhraseHits {
  if (clause.kind === 'phrase') return findPhrase(words, clause, fields)
  const papers =
    clause.kind === 'topic' ? papersOfTopic(scope, clause.topic) : papersBetween(index, clause.first, clause.last)
  return { papers, weights: new Int32Array(papers.length).fill(1) }
}

/** Numbers (ascending) of the papers of which all days that their date may mean lie within; undated papers do not. */
export function papersBetween(index: TextIndex, first: number, last: number): Int32Array {
  const { precision, firstDay, lastDay } = index
  const papers = new Int32Array(precision.length)
  let size = 0
  for (let paper = 0; paper < papers.length; paper++) {
    if (precision[paper] > 0 && firstDay[paper] >= first && lastDay[paper] <= last) papers[size++] = paper
  }
  return papers.subarray(0, size)
}

function isText(field: string | null): boolean {
  return field === null || field === 'title' || field === 'abstract'
}
