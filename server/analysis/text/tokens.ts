import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { cleanText } from './clean.ts'
import { FormTable } from './form-table.ts'
import { Int32List, Uint8List } from './growing-list.ts'
import { ENGLISH, languageOf, stopLanguages } from './languages.ts'
import { scanTokens, tokenize as plainTokenize, withoutPossessive } from './tokenize.ts'
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
  const table = new FormTable()
  const forms = new Int32List()
  const flagList = new Uint8List()
  const starts = new Int32Array(papers.length + 1)
  const abstractStarts = new Int32Array(papers.length)
  /** Form as first met → languages in which it is a stop word, one bit each. */
  const stopsIn = new Int32List()

  const visit = (token: string, flags: number): void => {
    forms.push(table.numberOf(token, 0, token.length))
    flagList.push(flags)
  }
  const read = (text: string): void => {
    if (tokenize !== plainTokenize) return tokenize(text, visit)
    scanTokens(text, (start, end, flags, hasApostrophe) => {
      if (hasApostrophe) return visit(withoutPossessive(text.slice(start, end)), flags)
      forms.push(table.numberOf(text, start, end))
      flagList.push(flags)
    })
  }
  /** Paper → its language. */
  const languages = new Uint8Array(papers.length)
  papers.forEach((paper, i) => {
    read(cleanText(paper.title))
    abstractStarts[i] = forms.length
    if (paper.abstract !== null) read(cleanText(paper.abstract))
    starts[i + 1] = forms.length
    while (stopsIn.length < table.texts.length) stopsIn.push(stopLanguages(table.texts[stopsIn.length].toLowerCase()))
    languages[i] = languageOf(forms.from(starts[i]), stopsIn.from(0))
    if ((i & 1023) === 0) onDone(i / papers.length)
  })
  const all = forms.toArray()
  return {
    n: papers.length,
    starts,
    abstractStarts,
    forms: all,
    flags: flagList.toArray(),
    ...separateLanguages(all, starts, languages, table.texts),
  }
}

/** Gives the words of papers in other languages forms of their own, in place. */
function separateLanguages(
  forms: Int32Array,
  starts: Int32Array,
  languages: Uint8Array,
  texts: readonly string[],
): Pick<Tokens, 'formTexts' | 'formLanguages'> {
  const formTexts = [...texts]
  const formLanguages = texts.map(() => ENGLISH)
  /** Per language, form as first met → the form of that language. */
  const inLanguage: Map<number, number>[] = []
  languages.forEach((language, paper) => {
    if (language === ENGLISH) return
    const known = (inLanguage[language] ??= new Map())
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      let local = known.get(forms[t])
      if (local === undefined) {
        local = formTexts.push(texts[forms[t]]) - 1
        formLanguages.push(language)
        known.set(forms[t], local)
      }
      forms[t] = local
    }
  })
  return { formTexts, formLanguages }
}
