import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { mapHere, type TaskMap } from '../tasks/task.ts'
import { joinShards } from './join-shards.ts'
import { JoinedWords } from './joined-words.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { readShard, type TextShard } from './read-shard.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'

/** Papers that one thread reads at a time. */
const SHARD = 1024

/**
 * Reads the papers into tokens: title first, then abstract, with a break between. A word has one form per language that it is met
 * in, since `die`, `car` and `sin` are stop words in one and words like any other elsewhere.
 * With a vocabulary, what it ignores is not there, and what it takes to mean the same is one word (`tokenizerWith`).
 * The tokens lie in the memory of the kernels, which read the papers on all threads.
 */
export function readTokens(
  papers: readonly Paper[],
  vocabulary?: Vocabulary,
  kernels: TokenKernels & { map?: TaskMap } = plainTokenKernels,
): ReadTokens {
  const n = papers.length
  function* shards(): Generator<TextShard> {
    for (let from = 0; from < n; from += SHARD) {
      const some = papers.slice(from, from + SHARD)
      yield { titles: some.map(({ title }) => title), abstracts: some.map(({ abstract }) => abstract), vocabulary }
    }
  }
  const { map = mapHere } = kernels
  const { read, words } = kernels.scope(() => {
    const joined = new JoinedWords(kernels)
    const read = map(readShard, shards(), { onOutput: (shard) => joined.add(shard) })
    return { read, words: joined.words() }
  })
  const order = Int32Array.from(papers, (_, i) => i)
  return joinShards(read, words, order, kernels)
}
