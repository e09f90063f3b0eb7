import type { Paper } from '../../../shared/paper.ts'
import { tokenize } from '../text/tokenize.ts'
import type { QueryWord } from './query-word.ts'

/** The fields whose words the index keeps apart from the running text. */
export const WORD_FIELDS = {
  author: (paper: Paper) => paper.authors ?? [],
  venue: (paper: Paper) => (paper.venue === null ? [] : [paper.venue]),
  org: (paper: Paper) => (paper.organization === null ? [] : [paper.organization]),
  keyword: (paper: Paper) => paper.keywords ?? [],
  /** No query names it: it tells whether all sources reach over the same time. */
  source: (paper: Paper) => (paper.source === null ? [] : [paper.source]),
} as const satisfies Record<string, (paper: Paper) => readonly string[]>
export type WordField = keyof typeof WORD_FIELDS

/** The word of a field as the index lists it: no word of a text holds an @ or a space, so the two never meet. */
export function indexedWord(field: WordField, word: string): string {
  return `@${field} ${word}`
}

/** The words of a name or keyword: lower case, accents dropped (`Müller` is found as `muller`). */
export function namesOf(value: string): string[] {
  const words: string[] = []
  tokenize(value.normalize('NFD').replace(/\p{M}/gu, ''), (token) => words.push(token.toLowerCase()))
  return words
}

/** What was typed behind a field: keywords match inflections unless they are quoted, names as they stand or by `prefix*`. */
export function fieldWords(field: WordField, value: string, quoted: boolean): QueryWord[] {
  const words = namesOf(value).map((word, offset): QueryWord => {
    return { word, match: field === 'keyword' && !quoted ? 'inflections' : 'exact', offset }
  })
  const last = words.at(-1)
  if (last && value.trimEnd().endsWith('*')) last.match = 'prefix'
  return words
}
