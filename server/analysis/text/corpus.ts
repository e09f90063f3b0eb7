import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { type Folded, foldForms, type Folding } from './fold.ts'
import { AFTER_BREAK } from './tokenize.ts'
import { readTokens, type Tokens } from './tokens.ts'

/** Every token of a collection, as numbers, and what each is counted as. */
export interface Corpus extends Tokens, Folded {}

/**
 * Reads the papers into tokens and folds them into stems. With a vocabulary, what it ignores is not there, and what it takes to mean
 * the same is one word.
 */
export function readCorpus(
  papers: readonly Paper[],
  folding: Folding,
  onDone: (share: number) => void = () => {},
  vocabulary?: Vocabulary,
): Corpus {
  const tokens = readTokens(papers, onDone, vocabulary)
  return { ...tokens, ...foldForms(tokens, folding) }
}

/** Whether a phrase may reach from the token before `token` into it. */
export function continues(corpus: Corpus, token: number): boolean {
  return (corpus.flags[token] & AFTER_BREAK) === 0
}
