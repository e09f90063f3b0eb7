import type { TrendField } from '../../../shared/trend.ts'
import { log } from '../math/elementary.ts'
import { TITLE_WEIGHT } from './find-phrase.ts'
import { firstNotBelow } from './join-papers.ts'
import type { PhraseHits } from './phrase-hits.ts'
import type { TextIndex } from './text-index.ts'

/** How quickly further occurrences in one paper lose weight, and how much long papers are held back. */
const K1 = 1.2
const B = 0.75

/**
 * Adds what a term gives to the sums of a list of papers, those of it that hold the term; `lengths` from `lengthsOf`, of all papers.
 * Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, with the idf of Lucene (never negative).
 */
export function addScores(
  sums: Float64Array,
  list: Int32Array,
  { papers, weights }: PhraseHits,
  lengths: Float64Array,
): void {
  const idf = log(1 + (lengths.length - papers.length + 0.5) / (papers.length + 0.5))
  if (list === papers) {
    for (let i = 0; i < list.length; i++) {
      const weight = weights[i]
      sums[i] += (idf * weight * (K1 + 1)) / (weight + K1 * lengths[list[i]])
    }
    return
  }
  for (let i = 0, j = 0; i < list.length && j < papers.length;) {
    if (list[i] < papers[j]) i = firstNotBelow(list, i + 1, papers[j])
    else if (list[i] > papers[j]) j = firstNotBelow(papers, j + 1, list[i])
    else {
      const weight = weights[j++]
      sums[i] += (idf * weight * (K1 + 1)) / (weight + K1 * lengths[list[i++]])
    }
  }
}

/** Index → what `lengthsOf` gave for each choice of fields. An index never changes, and every query asks for the same. */
const KNOWN = new WeakMap<TextIndex, Map<string, Float64Array>>()

/** Paper → what its length does to its score: 1 for one of mean length. */
export function lengthsOf(index: TextIndex, fields: readonly TrendField[]): Float64Array {
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
