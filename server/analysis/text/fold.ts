import { ENGLISH, LANGUAGES } from './languages.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { IES, pluralEnding } from './plural-ending.ts'
import { lowerCase, stem } from './stem.ts'
import { STOP_WORDS } from './stop-words.ts'
import { stemIn } from './stem-in.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'
import { hashOf } from './unit-hash.ts'
import { UnitList } from './unit-list.ts'
import { type WordList, wordTexts } from './word-list.ts'
import { WordTable } from './word-table.ts'

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
  const { kinds } = tokens
  const foreign = foreignStems(tokens, kernels.countForms(tokens.forms, kinds.length))
  const keys = stemKeys(tokens, folding, foreign)
  const { words, numbers } = kernels.joinWords([keys])
  const [stemOfForm] = numbers
  const stemTexts = wordTexts(words)
  const stemKinds = new Uint8Array(stemTexts.length).fill(255)
  // A stem is academic only if every word of it is.
  for (let form = 0; form < kinds.length; form++)
    stemKinds[stemOfForm[form]] &= kinds[form] | (foreign.get(form)?.kind ?? 0)
  for (let stem = 0; stem < stemKinds.length; stem++)
    if ((stemKinds[stem] & IS_STOP) !== 0) stemTexts[stem] = stemTexts[stem].slice(STOP.length)
  return { stemOfForm, stemTexts, stemKinds }
}

/** What is before a stop word in place of its stem: it keeps one of its own, lest a content word that folds to it (`ares`) make it one. */
const STOP = 'stop '
const [SPACE, LOW_LINE, SMALL_S, SMALL_Y] = Array.from(' _sy', (sign) => sign.charCodeAt(0))

/** Form → what is the same for all forms of a stem. A synonym may be of several words, but is one term: a pair of terms is what has a space. */
function stemKeys(
  { formTexts, small: { units, starts, ends }, kinds }: ReadTokens,
  folding: Folding,
  foreign: ReadonlyMap<number, ForeignStem>,
): WordList {
  const keys = new UnitList(units.length + 4 * kinds.length)
  const keyStarts = new Int32Array(kinds.length + 1)
  for (let form = 0; form < kinds.length; form++) {
    const [start, end] = [starts[form], ends[form]]
    const stemOfOther = foreign.get(form)?.stem
    const isStop = (kinds[form] & IS_STOP) !== 0
    if (isStop) keys.addText(STOP)
    const first = keys.length
    if (isStop) keys.add(units, start, end)
    else if (stemOfOther !== undefined) keys.addText(stemOfOther)
    else if (folding === 'stem') keys.addText(stem(lowerCase(formTexts[form])))
    else {
      const ending = units[end - 1] === SMALL_S ? pluralEnding(units, start, end) : 0
      keys.add(units, start, end - ending)
      if (ending === IES) keys.addUnit(SMALL_Y)
    }
    keys.replace(first, SPACE, LOW_LINE)
    keyStarts[form + 1] = keys.length
  }
  return { units: keys.units(), starts: keyStarts }
}

/** What a word of another language is counted as, and IS_ACADEMIC where its stem is that of a word of academic prose. */
interface ForeignStem {
  stem: string
  kind: number
}

/** Form → its stem, of forms in other languages than English that English papers do not write as well. */
function foreignStems(tokens: ReadTokens, uses: Int32Array): Map<number, ForeignStem> {
  const { formTexts, formLanguages } = tokens
  const found = new Map<number, ForeignStem>()
  const first = formLanguages.findIndex((language) => language !== ENGLISH)
  if (first < 0) return found
  const englishUses = usesInEnglish(tokens, uses)
  const academicStems: Set<string>[] = []
  for (let form = first; form < formTexts.length; form++) {
    const language = formLanguages[form]
    const word = lowerCase(formTexts[form])
    if (language === ENGLISH || isShared(formTexts[form], englishUses.get(word)!, uses[form])) continue
    const { code, academicWords } = LANGUAGES[language]
    academicStems[language] ??= new Set(Array.from(academicWords, (academic) => stemIn(code, academic)))
    const root = stemIn(code, word)
    found.set(form, { stem: `${code}·${root}`, kind: academicStems[language].has(root) ? IS_ACADEMIC : 0 })
  }
  return found
}

/** Words of other languages, in small letters → tokens of them in English papers. */
function usesInEnglish({ formTexts, formLanguages, small }: ReadTokens, uses: Int32Array): Map<string, number> {
  const words = new Set<string>()
  formTexts.forEach((text, form) => {
    if (formLanguages[form] !== ENGLISH) words.add(lowerCase(text))
  })
  const list = [...words]
  const table = new WordTable(list)
  const counts = new Int32Array(list.length)
  const { units, starts, ends } = small
  for (let form = 0; form < formTexts.length; form++) {
    if (formLanguages[form] !== ENGLISH) continue
    const [start, end] = [starts[form], ends[form]]
    const word = table.find(units, start, end, hashOf(units, start, end))
    if (word >= 0) counts[word] += uses[form]
  }
  return new Map(list.map((word, i) => [word, counts[i]]))
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
