import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { cleanText } from './clean.ts'
import { Int32List, Uint8List } from './growing-list.ts'
import { ENGLISH, languageOf, stopLanguages } from './languages.ts'
import { tokenizerWith } from './vocabulary.ts'

/** Every token of a collection in reading order, before words are folded into terms. */
export interface Tokens {
  /** Number of papers. */
  n: number
  /** Where the tokens of paper i start in `forms`: length n + 1. */
  starts: Int32Array
  /** Where the abstract of paper i starts in `forms`: length n. */
  abstractStarts: Int32Array
  /** Token → form: the word as written, in one language. Length: all tokens. */
  forms: Int32Array
  /** Token → what stands before it (`tokenize`). Length: all tokens. */
  flags: Uint8Array
  /** Form → its text: a word, or the first of its synonyms. */
  formTexts: string[]
  /** Form → language of the papers that it is from (`languages`); ENGLISH also where none is known. */
  formLanguages: number[]
}

/**
 * Reads the papers into tokens: title first, then abstract, with a break between. A word has one form per language that it is met
 * in, since `die`, `car` and `sin` are stop words in one and words like any other elsewhere.
 * With a vocabulary, what it ignores is not there, and what it takes to mean the same is one word (`tokenizerWith`).
 */
export function readTokens(
  papers: readonly Paper[],
  onDone: (share: number) => void = () => {},
  vocabulary?: Vocabulary,
): Tokens {
  const tokenize = tokenizerWith(vocabulary)
  const forms = new Int32List()
  const flagList = new Uint8List()
  const starts = new Int32Array(papers.length + 1)
  const abstractStarts = new Int32Array(papers.length)
  const formIds = new Map<string, number>()
  const formTexts: string[] = []
  const formLanguages: number[] = []
  /** Form → languages in which it is a stop word, one bit each. */
  const stopsIn: number[] = []
  /** Per language, form as first met → the form of that language. */
  const inLanguage: Map<number, number>[] = []

  const addForm = (text: string, language: number): number => {
    formTexts.push(text)
    formLanguages.push(language)
    return formTexts.length - 1
  }
  const visit = (token: string, flags: number): void => {
    let form = formIds.get(token)
    if (form === undefined) {
      form = addForm(token, ENGLISH)
      formIds.set(token, form)
      stopsIn[form] = stopLanguages(token.toLowerCase())
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
    const language = languageOf(own.map((form) => stopsIn[form]))
    if (language !== ENGLISH) {
      const known = (inLanguage[language] ??= new Map())
      own.forEach((form, t) => {
        let local = known.get(form)
        if (local === undefined) {
          local = addForm(formTexts[form], language)
          known.set(form, local)
        }
        forms.set(starts[i] + t, local)
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
    formLanguages,
  }
}
