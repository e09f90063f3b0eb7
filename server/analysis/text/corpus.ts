import type { Folded } from './fold.ts'
import { AFTER_BREAK } from './token-flags.ts'
import type { Tokens } from './tokens.ts'

/** Every token of a collection, as numbers, and what each is counted as. Made by `readCorpus`. */
export interface Corpus extends Tokens, Folded {
  /** Form that several words were folded into (`large language models`) → the forms of those words. */
  longForms: ReadonlyMap<number, Int32Array>
}

/** A corpus with the stems of its tokens at hand. */
export interface StemmedCorpus extends Corpus {
  /** Token → stem. */
  stems: Int32Array
}

/** Writes the stem of each token to `stems`, as long as the tokens are: by default a new array. */
export function withStems(corpus: Corpus, stems: Int32Array = new Int32Array(corpus.forms.length)): StemmedCorpus {
  const { forms, stemOfForm } = corpus
  for (let t = 0; t < forms.length; t++) stems[t] = stemOfForm[forms[t]]
  return { ...corpus, stems }
}

const usesOf = new WeakMap<StemmedCorpus, Int32Array>()

/** Stem → tokens that it is the stem of; made once for each corpus. */
export function stemUses(corpus: StemmedCorpus): Int32Array {
  let uses = usesOf.get(corpus)
  if (uses === undefined) {
    uses = new Int32Array(corpus.stemTexts.length)
    const { stems } = corpus
    for (let t = 0; t < stems.length; t++) uses[stems[t]]++
    usesOf.set(corpus, uses)
  }
  return uses
}

/** Whether a phrase may reach from the token before `token` into it. */
export function continues(corpus: Corpus, token: number): boolean {
  return (corpus.flags[token] & AFTER_BREAK) === 0
}
