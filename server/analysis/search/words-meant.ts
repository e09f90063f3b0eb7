import { compareCodePoints } from '../../../shared/paper.ts'
import { inflectionStem } from '../text/stem.ts'
import { indexedWord } from './field-words.ts'
import type { Texts } from './occurrence-source.ts'
import type { QueryWord } from './query-word.ts'
import type { PhraseClause } from './query.ts'
import type { SearchedWords } from './word-occurrences.ts'

/** Numbers of the index's words that a word of the query stands for, ascending; `field` null for the running text. */
export function wordsMeant(
  index: Pick<SearchedWords, 'words'>,
  field: PhraseClause['field'],
  { word, match }: QueryWord,
): number[] {
  const key = (text: string): string =>
    field === null || field === 'title' || field === 'abstract' ? text : indexedWord(field, text)
  if (match === 'exact') {
    const at = firstFrom(index.words, key(word))
    return index.words.at(at) === key(word) ? [at] : []
  }
  if (match === 'prefix') return from(index.words, key(word))
  const root = inflectionStem(word)
  const skip = key('').length
  // Inflections share their beginning: only those words need a look.
  return from(index.words, key(root.slice(0, Math.max(2, root.length - 1)))).filter(
    (w) => inflectionStem(index.words.at(w)!.slice(skip)) === root,
  )
}

/** Numbers of all words that begin with a prefix. */
function from(words: Texts, prefix: string): number[] {
  const list: number[] = []
  for (let w = firstFrom(words, prefix); w < words.length && words.at(w)!.startsWith(prefix); w++) list.push(w)
  return list
}

/** Number of the first word that does not sort before `word`. */
function firstFrom(words: Texts, word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareCodePoints(words.at(middle)!, word) < 0) low = middle + 1
    else high = middle
  }
  return low
}
