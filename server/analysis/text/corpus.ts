import type { Folded } from './fold.ts'
import { AFTER_BREAK } from './token-flags.ts'
import type { Tokens } from './tokens.ts'

/** Every token of a collection, as numbers, and what each is counted as. Made by `readCorpus`. */
export interface Corpus extends Tokens, Folded {
  /** Form that several words were folded into (`large language models`) → the forms of those words. */
  longForms: ReadonlyMap<number, Int32Array>
}

const stemsOf = new WeakMap<Corpus, Int32Array>()

/** Token → stem; made once for each corpus. */
export function tokenStems(corpus: Corpus): Int32Array {
  let stems = stemsOf.get(corpus)
  if (stems === undefined) {
    const { forms, stemOfForm } = corpus
    stems = new Int32Array(forms.length)
    for (let t = 0; t < forms.length; t++) stems[t] = stemOfForm[forms[t]]
    stemsOf.set(corpus, stems)
  }
  return stems
}

const usesOf = new WeakMap<Corpus, Int32Array>()

/** Stem → tokens that it is the stem of; made once for each corpus. */
export function stemUses(corpus: Corpus): Int32Array {
  let uses = usesOf.get(corpus)
  if (uses === undefined) {
    uses = new Int32Array(corpus.stemTexts.length)
    for (const stem of tokenStems(corpus)) uses[stem]++
    usesOf.set(corpus, uses)
  }
  return uses
}

/** Whether a phrase may reach from the token before `token` into it. */
export function continues(corpus: Corpus, token: number): boolean {
  return (corpus.flags[token] & AFTER_BREAK) === 0
}
