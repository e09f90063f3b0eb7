import type { TrendField } from '../../../shared/trend.ts'
import { log } from '../math/elementary.ts'
import { findPhrase, TITLE_WEIGHT, type PhraseHits } from './find-phrase.ts'
import { liftPapers, papersOfBoth, papersOfEither, papersWithout, type Gains } from './join-hits.ts'
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
  const lengths = lengthsOf(index, fields)
  const gainsIn = (clause: Clause): Gains => gainsOf(index, clause, fields, scope, lengths)
  const { papers, gains } = query
    .map((clauses) => {
      // What lifts papers comes last in its run of words; gains add up in the order of the clauses.
      const found = clauses
        .filter(({ without }) => !without)
        .reduce<Gains | null>((all, clause) => {
          if (all === null) return gainsIn(clause)
          const isOptional = clause.kind === 'phrase' && clause.optional
          return isOptional ? liftPapers(all, gainsIn(clause)) : papersOfBoth(all, gainsIn(clause))
        }, null)
      return clauses
        .filter(({ without }) => without)
        .reduce((all, clause) => papersWithout(all, papersOf(index, clause, fields, scope).papers), found!)
    })
    .reduce(papersOfEither)
  return { papers, scores: gains }
}

/** The papers of a clause, ascending, and what it adds to the score of each. */
function gainsOf(
  index: TextIndex,
  clause: Clause,
  fields: readonly TrendField[],
  scope: Scope | null,
  lengths: Float64Array,
): Gains {
  const { papers, weights } = papersOf(index, clause, fields, scope)
  const gains = new Float64Array(papers.length)
  if (clause.kind !== 'phrase' || !isText(clause.field)) return { papers, gains }
  const idf = log(1 + (index.ids.length - papers.length + 0.5) / (papers.length + 0.5))
  for (let i = 0; i < papers.length; i++)
    gains[i] = (idf * weights[i] * (K1 + 1)) / (weights[i] + K1 * lengths[papers[i]])
  return { papers, gains }
}

function papersOf(index: TextIndex, clause: Clause, fields: readonly TrendField[], scope: Scope | null): PhraseHits {
  if (clause.kind === 'phrase') return findPhrase(index, clause, fields)
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

/** Index → what `lengthsOf` gave for each choice of fields. An index never changes, and every query asks for the same. */
const KNOWN = new WeakMap<TextIndex, Map<string, Float64Array>>()

/** Paper → what its length does to its score: 1 for one of mean length. */
function lengthsOf(index: TextIndex, fields: readonly TrendField[]): Float64Array {
  const title = fields.includes('title') ? TITLE_WEIGHT : 0
  const abstract = fields.includes('abstract') ? 1 : 0
  const known = KNOWN.get(index) ?? new Map<string, Float64Array>()
  KNOWN.set(index, known)
  const key = `${title} ${abstract}`
  const lengths = known.get(key) ?? measureLengths(index, title, abstract)
  known.set(key, lengths)
  return lengths
}

function measureLengths({ titleWords, abstractWords }: TextIndex, title: number, abstract: number): Float64Array {
  const lengths = new Float64Array(titleWords.length)
  let sum = 0
  for (let paper = 0; paper < lengths.length; paper++) {
    lengths[paper] = title * titleWords[paper] + abstract * abstractWords[paper]
    sum += lengths[paper]
  }
  const mean = sum === 0 ? 1 : sum / lengths.length
  return lengths.map((length) => 1 - B + (B * length) / mean)
}

function isText(field: string | null): boolean {
  return field === null || field === 'title' || field === 'abstract'
}
