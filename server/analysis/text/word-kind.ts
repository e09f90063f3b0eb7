import { ENGLISH, LANGUAGES } from './languages.ts'
import { STOP_WORDS } from './stop-words.ts'

/** How words become terms: `stem` folds families of words (Porter), `singular` only plurals. */
export type Folding = 'stem' | 'singular'

/** A word that no term is made of. */
export const IS_STOP = 1
/** A word of academic prose: no label begins or ends with it. */
export const IS_ACADEMIC = 2
/** Digits only, or a single letter. */
export const IS_BARE = 4
/** A single Chinese character: it may stand in a phrase and is none by itself. */
export const IS_PART = 8

const NINE = 0x39

/** What a lower-case word is in a language: IS_STOP, IS_ACADEMIC, IS_BARE, IS_PART, or 0. */
export function wordKind(word: string, language: number): number {
  let kind = 0
  const { stopWords, academicWords } = LANGUAGES[language]
  // Papers in other languages have English titles, keywords and second abstracts.
  if (stopWords.has(word) || (language !== ENGLISH && STOP_WORDS.has(word))) kind |= IS_STOP
  if (academicWords.has(word)) kind |= IS_ACADEMIC
  const first = word.charCodeAt(0)
  if (
    word.length === 1
      ? /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]/u.test(word)
      : first <= NINE && /^\d+$/.test(word)
  )
    kind |= IS_BARE
  if (first < 0x3000) return kind
  // Japanese writes what holds a sentence together in hiragana, and names of things otherwise.
  if (/^[\p{Script=Hiragana}ー]+$/u.test(word)) kind |= IS_STOP
  if (/^\p{Script=Han}$/u.test(word)) kind |= IS_PART
  return kind
}
