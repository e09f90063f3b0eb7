import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { mapHere, type TaskMap } from '../tasks/task.ts'
import { joinShards } from './join-shards.ts'
import { readShard, type TextShard } from './read-shard.ts'
import type { Stretches } from './stretches.ts'

/** Every token of a collection in reading order, before words are folded into terms. */
export interface Tokens {
  /** Number of papers. */
  n: number
  /** Where the tokens of paper i start in `forms`: length n + 1. */
  starts: Int32Array
  /** Where the abstract of paper i starts in `forms`: length n. */
  abstractStarts: Int32Array
  /** Token → form: the word as written, in one language. Length: all tokens. */
  forms: Int32Array
  /** Token → what stands before it (`tokenize`). Length: all tokens. */
  flags: Uint8Array
  /** Form → its text: a word, or the first of its synonyms. */
  formTexts: string[]
  /** Form → language of the papers that it is from (`languages`); ENGLISH also where none is known. */
  formLanguages: number[]
}

/** Tokens as they were read, with the stretches that could be boilerplate. */
export interface ReadTokens extends Tokens {
  stretches: Stretches
}

/** Papers that one thread reads at a time. */
const SHARD = 1024

/**
 * Reads the papers into tokens: title first, then abstract, with a break between. A word has one form per language that it is met
 * in, since `die`, `car` and `sin` are stop words in one and words like any other elsewhere.
 * With a vocabulary, what it ignores is not there, and what it takes to mean the same is one word (`tokenizerWith`).
 */
export function readTokens(
  papers: readonly Paper[],
  onDone: (share: number) => void = () => {},
  vocabulary?: Vocabulary,
  map: TaskMap = mapHere,
): ReadTokens {
  const n = papers.length
  function* shards(): Generator<TextShard> {
    for (let from = 0; from < n; from += SHARD) {
      onDone(from / n)
      const some = papers.slice(from, from + SHARD)
      yield { titles: some.map(({ title }) => title), abstracts: some.map(({ abstract }) => abstract), vocabulary }
    }
  }
  return joinShards(n, map(readShard, shards()))
}
