import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { cleanText } from './clean.ts'
import { foreignLanguage, stopLanguages } from './languages.ts'
import { lowerCase, singular, stem } from './stem.ts'
import { ACADEMIC_WORDS, STOP_WORDS } from './stop-words.ts'
import { AFTER_BREAK } from './tokenize.ts'
import { tokenizerWith } from './vocabulary.ts'

/** How words become terms: `stem` folds families of words (Porter), `singular` only plurals. */
export type Folding = 'stem' | 'singular'

/** A word that no term is made of. */
export const IS_STOP = 1
/** A word of academic prose: no label begins or ends with it. */
export const IS_ACADEMIC = 2
/** Digits only, or a single letter. */
export const IS_BARE = 4

/** Every token of a collection, as numbers. */
export interface Corpus {
  /** Number of papers. */
  n: number
  /** Where the tokens of paper i start in `forms`: length n + 1. */
  starts: Int32Array
  /** Where the abstract of paper i starts in `forms`: length n. */
  abstractStarts: Int32Array
  /** Token → form: the word as written. Length: all tokens. */
  forms: Int32Array
  /** Token → AFTER_BREAK, AFTER_HYPHEN (`tokenize`). Length: all tokens. */
  flags: Uint8Array
  /** Form → its text: a word, or the first of its synonyms. */
  formTexts: string[]
  /** Form → stem, the number of what it is counted as. */
  stemOfForm: Int32Array
  /** Stem → its text. */
  stemTexts: string[]
  /** Stem → IS_STOP, IS_ACADEMIC, IS_BARE. */
  stemKinds: Uint8Array
}

/**
 * Reads the papers into tokens: title first, then abstract, with a break between. In a paper written in another language than
 * English the stop words of that language count as such; elsewhere they are words like any other (`die`, `car`, `sin`).
 * With a vocabulary, what it ignores is not there, and what it takes to mean the same is one word (`tokenizerWith`).
 */
export function readCorpus(
  papers: readonly Paper[],
  folding: Folding,
  onDone: (share: number) => void = () => {},
  vocabulary?: Vocabulary,
): Corpus {
  const tokenize = tokenizerWith(vocabulary)
  const forms = new Int32List()
  const flagList = new Uint8List()
  const starts = new Int32Array(papers.length + 1)
  const abstractStarts = new Int32Array(papers.length)
  const formIds = new Map<string, number>()
  const formTexts: string[] = []
  /** Form → languages in which it is a stop word. */
  const languages: number[] = []
  /** Form → the form that stands for it where it is a stop word of a foreign language. */
  const asStopWord = new Map<number, number>()

  const visit = (token: string, flags: number): void => {
    let form = formIds.get(token)
    if (form === undefined) {
      form = formTexts.length
      formIds.set(token, form)
      formTexts.push(token)
      languages.push(stopLanguages(token.toLowerCase()))
    }
    forms.push(form)
    flagList.push(flags)
  }
  papers.forEach((paper, i) => {
    tokenize(cleanText(paper.title), visit)
    abstractStarts[i] = forms.length
    if (paper.abstract !== null) tokenize(cleanText(paper.abstract), visit)
    starts[i + 1] = forms.length
    const own = forms.from(starts[i])
    const language = foreignLanguage(own.map((form) => languages[form]))
    if (language !== 0) {
      own.forEach((form, t) => {
        if ((languages[form] & language) === 0) return
        let stopForm = asStopWord.get(form)
        if (stopForm === undefined) {
          stopForm = formTexts.length
          asStopWord.set(form, stopForm)
          formTexts.push(formTexts[form])
          languages.push(languages[form])
        }
        forms.set(starts[i] + t, stopForm)
      })
    }
    if ((i & 1023) === 0) onDone(i / papers.length)
  })
  return {
    n: papers.length,
    starts,
    abstractStarts,
    forms: forms.toArray(),
    flags: flagList.toArray(),
    formTexts,
    ...fold(formTexts, new Set(asStopWord.values()), folding),
  }
}

function fold(
  formTexts: readonly string[],
  foreignStopWords: ReadonlySet<number>,
  folding: Folding,
): Pick<Corpus, 'stemOfForm' | 'stemTexts' | 'stemKinds'> {
  const stemIds = new Map<string, number>()
  const stemTexts: string[] = []
  const kinds: number[] = []
  const stemOfForm = new Int32Array(formTexts.length)
  const foldWord = folding === 'stem' ? stem : singular
  formTexts.forEach((text, form) => {
    const word = lowerCase(text)
    const kind = foreignStopWords.has(form) ? IS_STOP : kindOf(word)
    // A stop word keeps a stem of its own, lest a content word that folds to it (`ares`) make it one.
    // A synonym may be of several words, but is one term: a pair of terms is what has a space.
    const folded = ((kind & IS_STOP) !== 0 ? word : foldWord(word)).replaceAll(' ', '_')
    const key = (kind & IS_STOP) !== 0 ? `stop ${folded}` : folded
    let id = stemIds.get(key)
    if (id === undefined) {
      id = stemTexts.length
      stemIds.set(key, id)
      stemTexts.push(folded)
      kinds.push(kind)
    } else {
      // A stem is academic only if every word of it is.
      kinds[id] &= kind
    }
    stemOfForm[form] = id
  })
  return { stemOfForm, stemTexts, stemKinds: Uint8Array.from(kinds) }
}

function kindOf(word: string): number {
  let kind = 0
  if (STOP_WORDS.has(word)) kind |= IS_STOP
  if (ACADEMIC_WORDS.has(word)) kind |= IS_ACADEMIC
  if (/^\d+$/.test(word) || /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(word)) kind |= IS_BARE
  return kind
}

/** Whether a phrase may reach from the token before `token` into it. */
export function continues(corpus: Corpus, token: number): boolean {
  return (corpus.flags[token] & AFTER_BREAK) === 0
}

/** A growing list of 32-bit integers. */
class Int32List {
  #items = new Int32Array(1 << 16)
  length = 0
  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.length++] = item
  }
  set(at: number, item: number): void {
    this.#items[at] = item
  }
  /** The items from `start` on, as a view that lasts until the next push. */
  from(start: number): Int32Array {
    return this.#items.subarray(start, this.length)
  }
  toArray(): Int32Array {
    return this.#items.slice(0, this.length)
  }
}

/** A growing list of bytes. */
class Uint8List {
  #items = new Uint8Array(1 << 16)
  length = 0
  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.length++] = item
  }
  toArray(): Uint8Array {
    return this.#items.slice(0, this.length)
  }
}
