import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { dropBoilerplate } from './boilerplate.ts'
import { type Corpus, type StemmedCorpus, withStems } from './corpus.ts'
import { foldAcronyms } from './fold-acronyms.ts'
import { foldForms, type Folding } from './fold.ts'
import { readTokens } from './read-tokens.ts'
import type { Tokens } from './tokens.ts'

/** Reads the papers into tokens and folds them (`foldTokens`). `vocabulary`: see `readTokens`. */
export function readCorpus(papers: readonly Paper[], folding: Folding, vocabulary?: Vocabulary): StemmedCorpus {
  return withStems(foldTokens(readTokens(papers, vocabulary), folding))
}

/** Leaves boilerplate out and folds tokens into stems, acronyms and their long forms into one. */
export function foldTokens(read: Tokens, folding: Folding): Corpus {
  const tokens = dropBoilerplate(read)
  return foldAcronyms({ ...tokens, ...foldForms(tokens, folding), longForms: new Map() })
}
