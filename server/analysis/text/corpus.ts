import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { dropBoilerplate } from './boilerplate.ts'
import { foldAcronyms } from './fold-acronyms.ts'
import { type Folded, foldForms, type Folding } from './fold.ts'
import { AFTER_BREAK } from './tokenize.ts'
import { readTokens, type Tokens } from './tokens.ts'

/** Every token of a collection, as numbers, and what each is counted as. */
export interface Corpus extends Tokens, Folded {
  /** Form that several words were folded into (`large language models`) → the forms of those words. */
  longForms: ReadonlyMap<number, Int32Array>
}

/**
 * Reads the papers into tokens, leaves boilerplate out and folds them into stems, acronyms and their long forms into one. With a vocabulary, what it ignores is not there, and what it takes to mean
 * the same is one word.
 */
export function readCorpus(
  papers: readonly Paper[],
  folding: Folding,
  onDone: (share: number) => void = () => {},
  vocabulary?: Vocabulary,
): Corpus {
  const tokens = dropBoilerplate(readTokens(papers, onDone, vocabulary))
  return foldAcronyms({ ...tokens, ...foldForms(tokens, folding), longForms: new Map() })
}

/** Whether a phrase may reach from the token before `token` into it. */
export function continues(corpus: Corpus, token: number): boolean {
  return (corpus.flags[token] & AFTER_BREAK) === 0
}
