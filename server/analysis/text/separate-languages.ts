import { NumberMap } from '../math/number-map.ts'
import { ENGLISH, languageOf, LANGUAGES, mayBeForeign, stopLanguages } from './languages.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { Tokens } from './tokens.ts'

/**
 * Gives the words of papers in other languages forms of their own, numbered after all words in the order in which they are met, since `die`, `car` and `sin` are stop words in one
 * language and words like any other elsewhere. Changes `forms`, `formTexts` and `formLanguages`, in which all words are English before.
 */
export function separateLanguages(tokens: Tokens, kernels: TokenKernels): Tokens {
  const { n, starts, forms, formTexts, formLanguages } = tokens
  const words = formTexts.length
  const stopsIn = new Int32Array(words)
  formTexts.forEach((text, word) => (stopsIn[word] = stopLanguages(text.toLowerCase())))
  const others = kernels.scope(() => {
    const isOther = kernels.bytes(words)
    stopsIn.forEach((bits, word) => (isOther[word] = bits !== 0 && (bits & 1) === 0 ? 1 : 0))
    return kernels.countMarked(tokens, isOther)
  })
  const foreign = new NumberMap()
  for (let paper = 0; paper < n; paper++) {
    if (!mayBeForeign(others[paper], starts[paper + 1] - starts[paper])) continue
    const language = languageOf(forms.subarray(starts[paper], starts[paper + 1]), stopsIn)
    if (language === ENGLISH) continue
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      const word = forms[t]
      const form = words + foreign.getOrSet(word * LANGUAGES.length + language, formTexts.length - words)
      if (form === formTexts.length) {
        formTexts.push(formTexts[word])
        formLanguages.push(language)
      }
      forms[t] = form
    }
  }
  return tokens
}
