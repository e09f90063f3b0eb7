import { compareSets } from '../../analysis/search/compare-sets.ts'
import { countTopics } from '../../analysis/search/count-terms.ts'
import { parseQuery } from '../../analysis/search/query.ts'
import { rankPage } from '../../analysis/search/rank.ts'
import type { Scope } from '../../analysis/search/scope.ts'
import { findPapers } from '../../analysis/search/search.ts'
import type { TextIndex } from '../../analysis/search/text-index.ts'
import { queryTrends } from '../../analysis/trends/query-trends.ts'

/** Queries that are tried: from the second on, the engine has seen what runs often, and translates it for the processor. */
const TRIES = 12
const PAGE = 50

/**
 * Does ahead what the first answers over an index would wait for: lengths of papers, their timeline, who of which topic holds which term. Each step is
 * short, so that questions are answered in between; what is asked for before its turn is done then, and not again.
 */
export function* warmUp(index: TextIndex, scope: Scope | null): Generator<void> {
  const words = someWords(index)
  for (const word of words) {
    rankPage(index, findPapers(index, parseQuery(word), ['title', 'abstract'], scope), null, PAGE)
    yield
  }
  for (const word of words) {
    queryTrends(index, [word], { bin: 'auto', fields: null, within: [], smooth: 0 }, scope)
    yield
  }
  if (scope === null) return
  yield* countTopics(index, scope)
  for (const { id } of scope.topics.slice(0, TRIES)) {
    compareSets(index, scope, `topic:${id}`, 'rest', PAGE)
    yield
  }
}

/** Words of all degrees of frequency; none of a field. */
function someWords({ ids, words, counts, joined }: TextIndex): string[] {
  const found: string[] = []
  for (let share = 0.1, i = 0; i < TRIES; i++, share /= 2) {
    const most = share * ids.length
    const at = counts.findIndex(
      (count, w) => count <= most && count > most / 2 && joined[w] === 0 && isPlain(words.at(w)!),
    )
    if (at >= 0) found.push(words.at(at)!)
  }
  return found
}

const isPlain = (word: string): boolean => /^[a-z]+$/.test(word)
