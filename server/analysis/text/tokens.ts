import type { SmallWords } from './small-words.ts'

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

/** Tokens as they were read. */
export interface ReadTokens extends Tokens {
  /** Form → its text in small letters. */
  small: SmallWords
  /** Form → `wordKind` of it in its language. */
  kinds: Uint8Array
}
