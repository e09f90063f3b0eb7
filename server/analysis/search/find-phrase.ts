import type { TrendField } from '../../../shared/trend.ts'
import { countPapers } from './count-word.ts'
import { NO_HITS, type PhraseHits } from './phrase-hits.ts'
import { beginnings, groupByPaper, keepBeside } from './phrase-places.ts'
import type { PhraseClause } from './query.ts'
import { ABSTRACT_START } from './places.ts'
import { occurrencesOf, type SearchedWords } from './word-occurrences.ts'
import { wordsMeant } from './words-meant.ts'

/** A word of the title counts as so many of the abstract. */
export const TITLE_WEIGHT = 2

/** Papers that hold a phrase in one of the fields (its own field, where it names one). */
export function findPhrase(
  index: SearchedWords,
  { words, field }: PhraseClause,
  fields: readonly TrendField[],
): PhraseHits {
  const asked: readonly string[] = field === null ? fields : [field]
  const isText = field === null || field === 'title' || field === 'abstract'
  const inTitle = isText && asked.includes('title') ? TITLE_WEIGHT : 0
  const weight = (place: number): number => {
    if (!isText) return 1
    return place < ABSTRACT_START ? inTitle : asked.includes('abstract') ? 1 : 0
  }
  const meant = words.map((word) => wordsMeant(index, isText ? null : field, word))
  if (meant.length === 1) return countPapers(index, meant[0], weight)
  // The rarest word first: of the others only the places beside it are looked up.
  const order = meant
    .map((numbers, i) => ({ numbers, offset: words[i].offset, size: occurrencesOf(index, numbers) }))
    .sort((a, b) => a.size - b.size)
  if (order.length === 0 || order[0].size === 0) return NO_HITS
  let begins = beginnings(index, order[0].numbers, order[0].offset)
  for (const { numbers, offset } of order.slice(1)) begins = keepBeside(index, begins, numbers, offset)
  return groupByPaper(begins, weight)
}
