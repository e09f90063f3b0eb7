import { ENGLISH, languageOf, mayBeForeign } from './languages.ts'
import type { TokenKernels, TokenRows } from './token-kernels.ts'

/** Forms of words in other languages than English, numbered after all words. */
export interface ForeignForms {
  words: number[]
  languages: number[]
}

/**
 * Gives the words of papers in other languages forms of their own, numbered after all words in the order in which they are met, since `die`, `car` and `sin` are stop words in one
 * language and words like any other elsewhere. `stopsIn`: word → the languages in which it is a stop word, one bit each. Changes `forms`, which are words before.
 */
export function separateLanguages(rows: TokenRows, stopsIn: Int32Array, kernels: TokenKernels): ForeignForms {
  const { n, starts, forms } = rows
  const others = kernels.scope(() => {
    const isOther = kernels.bytes(stopsIn.length)
    for (let word = 0; word < isOther.length; word++)
      isOther[word] = stopsIn[word] !== 0 && (stopsIn[word] & 1) === 0 ? 1 : 0
    return kernels.countMarked(rows, isOther)
  })
  const found: ForeignForms = { words: [], languages: [] }
  /** Language → word → 1 + the number of its form, 0 for none: a table for each that is met. */
  const numbersIn: Int32Array[] = []
  for (let paper = 0; paper < n; paper++) {
    if (!mayBeForeign(others[paper], starts[paper + 1] - starts[paper])) continue
    const language = languageOf(forms.subarray(starts[paper], starts[paper + 1]), stopsIn)
    if (language === ENGLISH) continue
    const numbers = (numbersIn[language] ??= new Int32Array(stopsIn.length))
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      const word = forms[t]
      if (numbers[word] === 0) {
        numbers[word] = found.words.push(word)
        found.languages.push(language)
      }
      forms[t] = stopsIn.length + numbers[word] - 1
    }
  }
  return found
}
