import { IS_ACADEMIC, IS_BARE, IS_STOP, wordKind } from './fold.ts'
import { lowerCase } from './stem.ts'
import type { Tokens } from './tokens.ts'

/** What is known of words by themselves. */
export interface FormFacts {
  /** Form → a hash that is the same for every case of a word, and for all numbers: copyright years differ. */
  hashes: Int32Array
  /** Form → 1 where it says nothing by itself in its language: a stop word, a word of academic prose, a number. */
  empty: Uint8Array
}

export function factsOfForms({ formTexts, formLanguages }: Pick<Tokens, 'formTexts' | 'formLanguages'>): FormFacts {
  return {
    hashes: Int32Array.from(formTexts, (text) => hashOfWord(lowerCase(text))),
    empty: Uint8Array.from(formTexts, (text, form) =>
      (wordKind(lowerCase(text), formLanguages[form]) & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? 0 : 1,
    ),
  }
}

/** FNV-1a of a lower-case word; 0 for every number. */
function hashOfWord(word: string): number {
  const first = word.charCodeAt(0)
  const isLatin = first >= 0x61 && first <= 0x7a
  if (!isLatin && /^\p{N}+$/u.test(word)) return 0
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}
