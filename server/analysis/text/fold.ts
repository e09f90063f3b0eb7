import { ENGLISH, LANGUAGES } from './languages.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { singular, stem } from './stem.ts'
import { STOP_WORDS } from './stop-words.ts'
import { stemIn } from './stem-in.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'

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

/** What the forms of a collection are counted as. */
export interface Folded {
  /** Form → stem, the number of what it is counted as. */
  stemOfForm: Int32Array
  /** Stem → its text; that of a language other than English begins with its code (`de·modell`). */
  stemTexts: string[]
  /** Stem → IS_STOP, IS_ACADEMIC, IS_BARE, IS_PART. */
  stemKinds: Uint8Array
}

/**
 * Folds forms into stems. Words of other languages than English are stemmed as that language does and kept apart from English
 * ones, but for those that English papers write as well (`BERT`, `deep learning`).
 */
export function foldForms(tokens: ReadTokens, folding: Folding, kernels: TokenKernels = plainTokenKernels): Folded {
  const { formTexts, formLanguages, words } = tokens
  const uses = kernels.countForms(tokens.forms, formTexts.length)
  const languages = [...new Set(formLanguages)].filter((language) => language !== ENGLISH)
  const englishUses = new Map<string, number>()
  if (languages.length > 0) {
    // Only words of other languages are asked for.
    words.forEach((word, form) => {
      if (formLanguages[form] !== ENGLISH) englishUses.set(word, 0)
    })
    words.forEach((word, form) => {
      const all = formLanguages[form] === ENGLISH ? englishUses.get(word) : undefined
      if (all !== undefined) englishUses.set(word, all + uses[form])
    })
  }

  const stemIds = new Map<string, number>()
  const stemTexts: string[] = []
  const stemKinds: number[] = []
  const stemOfForm = new Int32Array(formTexts.length)
  const academicStems: Set<string>[] = []
  for (const language of languages) {
    const { code, academicWords } = LANGUAGES[language]
    academicStems[language] = new Set(Array.from(academicWords, (word) => stemIn(code, word)))
  }
  const foldEnglish = folding === 'stem' ? stem : singular
  formTexts.forEach((text, form) => {
    const word = words[form]
    const language = formLanguages[form]
    let kind = tokens.kinds[form]
    let folded: string
    if (language !== ENGLISH && !isShared(text, englishUses.get(word)!, uses[form])) {
      const { code } = LANGUAGES[language]
      const root = stemIn(code, word)
      if (academicStems[language].has(root)) kind |= IS_ACADEMIC
      folded = `${code}·${root}`
    } else folded = foldEnglish(word)
    // A stop word keeps a stem of its own, lest a content word that folds to it (`ares`) make it one.
    // A synonym may be of several words, but is one term: a pair of terms is what has a space.
    const stemText = withoutSpaces((kind & IS_STOP) !== 0 ? word : folded)
    const key = (kind & IS_STOP) !== 0 ? `stop ${stemText}` : stemText
    let id = stemIds.get(key)
    if (id === undefined) {
      id = stemTexts.length
      stemIds.set(key, id)
      stemTexts.push(stemText)
      stemKinds.push(kind)
    } else {
      // A stem is academic only if every word of it is.
      stemKinds[id] &= kind
    }
    stemOfForm[form] = id
  })
  return { stemOfForm, stemTexts, stemKinds: Uint8Array.from(stemKinds) }
}

function withoutSpaces(text: string): string {
  return text.includes(' ') ? text.replaceAll(' ', '_') : text
}

/** Whether a word of a foreign text is a name (`BERT`, `GPT4`), a synonym or a word that English papers write too. */
function isShared(text: string, englishUses: number, uses: number): boolean {
  return /\p{N}|\p{Lu}.*\p{Lu}| /u.test(text) || englishUses >= Math.max(1, uses)
}

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
