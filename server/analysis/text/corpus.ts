import type { Folded } from './fold.ts'
import { AFTER_BREAK } from './token-flags.ts'
import type { Tokens } from './tokens.ts'

/** Every token of a collection, as numbers, and what each is counted as. Made by `readCorpus`. */
export interface Corpus extends Tokens, Folded {
  /** Form that several words were folded into (`large language models`) → the forms of those words. */
  longForms: ReadonlyMap<number, Int32Array>
}

/** Whether a phrase may reach from the token before `token` into it. */
export function continues(corpus: Corpus, token: number): boolean {
  return (corpus.flags[token] & AFTER_BREAK) === 0
}
