import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { type AcronymForms, acronymForms, findDefinitions } from './acronym-definitions.ts'
import { dropBoilerplate } from './boilerplate.ts'
import type { Corpus } from './corpus.ts'
import { foldAcronyms } from './fold-acronyms.ts'
import { type Folded, foldForms } from './fold.ts'
import { FormStems } from './form-stems.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { readTokens } from './read-tokens.ts'
import type { Folding } from './word-kind.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'

/** Reads the papers into tokens and folds them (`foldTokens`). `vocabulary`: see `readTokens`. */
export function readCorpus(papers: readonly Paper[], folding: Folding, vocabulary?: Vocabulary): Corpus {
  return foldTokens(readTokens(papers, vocabulary), folding)
}

/**
 * Leaves boilerplate out and folds tokens into stems, acronyms and their long forms into one. The tokens must lie in the memory of the kernels, and are changed. What is known of
 * forms by themselves is worked out while other threads look at the tokens.
 */
export function foldTokens(read: ReadTokens, folding: Folding, kernels: TokenKernels = plainTokenKernels): Corpus {
  let stems: FormStems | undefined
  let acronyms: AcronymForms | undefined
  const tokens = dropBoilerplate(
    read,
    kernels,
    () => (stems = new FormStems(read, folding)),
    () => (acronyms = acronymForms(read)),
  )
  const uses = kernels.countForms(tokens.forms, tokens.kinds.length)
  let folded: Folded | undefined
  const definitions = findDefinitions(tokens, kernels, acronyms, () => {
    folded = foldForms(tokens.kinds, stems!, uses, kernels)
  })
  return foldAcronyms({ ...tokens, ...folded!, longForms: new Map() }, definitions, uses, kernels)
}
