import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import type { TaskMap } from '../tasks/task.ts'
import { dropBoilerplate } from './boilerplate.ts'
import type { Corpus } from './corpus.ts'
import { foldAcronyms } from './fold-acronyms.ts'
import { foldForms, type Folding } from './fold.ts'
import { readTokens } from './read-tokens.ts'

/**
 * Reads the papers into tokens, leaves boilerplate out and folds them into stems, acronyms and their long forms into one. With a
 * vocabulary, what it ignores is not there, and what it takes to mean the same is one word. `map` has shards of papers read, on other threads if there are any.
 */
export function readCorpus(
  papers: readonly Paper[],
  folding: Folding,
  onDone: (share: number) => void = () => {},
  vocabulary?: Vocabulary,
  map?: TaskMap,
): Corpus {
  const tokens = dropBoilerplate(readTokens(papers, onDone, vocabulary, map))
  return foldAcronyms({ ...tokens, ...foldForms(tokens, folding), longForms: new Map() })
}
