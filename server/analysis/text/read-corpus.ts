import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { dropBoilerplate } from './boilerplate.ts'
import type { Corpus } from './corpus.ts'
import { foldAcronyms } from './fold-acronyms.ts'
import { foldForms, type Folding } from './fold.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { readTokens } from './read-tokens.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'

/** Reads the papers into tokens and folds them (`foldTokens`). `vocabulary`: see `readTokens`. */
export function readCorpus(papers: readonly Paper[], folding: Folding, vocabulary?: Vocabulary): Corpus {
  return foldTokens(readTokens(papers, vocabulary), folding)
}

/**
 * Leaves boilerplate out and folds tokens into stems, acronyms and their long forms into one. The tokens must lie in the memory of the kernels, and are changed.
 */
export function foldTokens(read: ReadTokens, folding: Folding, kernels: TokenKernels = plainTokenKernels): Corpus {
  const tokens = dropBoilerplate(read, kernels)
  return foldAcronyms({ ...tokens, ...foldForms(tokens, folding, kernels), longForms: new Map() }, kernels)
}
