import type { Kernels } from '../kernels/kernels.ts'
import { BARE, EDGE, INNER, PART, type PhraseTokens, STOP, TRAIT_BITS } from '../kernels/phrase-kernels.ts'
import type { Corpus } from '../text/corpus.ts'
import { IS_ACADEMIC, IS_BARE, IS_STOP } from '../text/word-kind.ts'

/** Function words that may stand inside a phrase: `bag of words`, `text to image`. */
const LINKS = new Set([
  'of',
  'to',
  'for',
  'in',
  'the',
  'and',
  'with',
  'on',
  'by',
  'from',
  'as',
  'over',
  'de',
  'la',
  'des',
  'du',
])

/** The tokens of a corpus as the kernels read them: words are its stems, all of them frequent so far. */
export function phraseTokens(kernels: Kernels, corpus: Corpus): PhraseTokens {
  const { n, stemOfForm, stemTexts } = corpus
  const starts = kernels.reachable(corpus.starts)
  const abstractStarts = kernels.reachable(corpus.abstractStarts)
  const forms = kernels.reachable(corpus.forms)
  const flags = kernels.reachable(corpus.flags)
  const words = kernels.int32(stemOfForm.length)
  const traits = Uint8Array.from(stemTexts, (text, stem) => traitsOf(text, corpus.stemKinds[stem]))
  for (let form = 0; form < words.length; form++) {
    const stem = stemOfForm[form]
    words[form] = (stem << TRAIT_BITS) | traits[stem]
  }
  let longest = 0
  for (let paper = 0; paper < n; paper++) longest = Math.max(longest, starts[paper + 1] - starts[paper])
  const wordCount = stemTexts.length
  return { n, starts, abstractStarts, forms, flags, words, wordCount, frequent: wordCount, longest }
}

function traitsOf(text: string, kind: number): number {
  return (
    ((kind & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? EDGE : 0) |
    ((kind & IS_STOP) === 0 || LINKS.has(text) ? INNER : 0) |
    ((kind & (IS_STOP | IS_BARE)) === 0 ? 0 : PART) |
    ((kind & IS_BARE) === 0 ? 0 : BARE) |
    ((kind & IS_STOP) === 0 ? 0 : STOP)
  )
}

/** Numbers the words anew, in place: those that `isFrequent` first, each half in its old order. Returns the tokens, and word → the stem that it was. */
export function numberWords(
  tokens: PhraseTokens,
  isFrequent: (word: number) => boolean,
): { tokens: PhraseTokens; stemOfWord: Int32Array } {
  const { words, wordCount } = tokens
  const numbers = new Int32Array(wordCount)
  const stemOfWord = new Int32Array(wordCount)
  let next = 0
  let frequent = 0
  for (const wanted of [true, false]) {
    for (let word = 0; word < wordCount; word++) {
      if (isFrequent(word) !== wanted) continue
      stemOfWord[next] = word
      numbers[word] = next++
    }
    if (wanted) frequent = next
  }
  const traits = (1 << TRAIT_BITS) - 1
  for (let form = 0; form < words.length; form++)
    words[form] = (numbers[words[form] >> TRAIT_BITS] << TRAIT_BITS) | (words[form] & traits)
  return { tokens: { ...tokens, frequent }, stemOfWord }
}
