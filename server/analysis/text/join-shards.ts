import { wordKind } from './word-kind.ts'
import { ENGLISH } from './languages.ts'
import { separateLanguages } from './separate-languages.ts'
import { lowerCase } from './stem.ts'
import { type DescribedWords, someDescribed } from './described-words.ts'
import { joinSmall, someSmall } from './small-words.ts'
import type { WordsOfShards } from './joined-words.ts'
import type { TokenKernels, TokenRows } from './token-kernels.ts'
import type { TokenShard } from './token-shard.ts'
import type { ReadTokens } from './tokens.ts'

/**
 * The tokens of papers from those of their shards, as if one reader had read all in the order that is wanted: words have their numbers in the order of reading. `order`: the papers, by
 * their place in the shards; `shards` are emptied, `words` are theirs. The tokens lie in the memory of the kernels.
 */
export function joinShards(
  shards: TokenShard[],
  { described, numbers }: WordsOfShards,
  order: Int32Array,
  kernels: TokenKernels,
): ReadTokens {
  const n = order.length
  const { ends, titleTokens } = placesOf(shards, n)
  const length = n === 0 ? 0 : ends[n - 1]
  const forms = kernels.bareInt32(length)
  const flags = kernels.bareBytes(length)
  const starts = kernels.int32(n + 1)
  const abstractStarts = kernels.int32(n)
  const isInOrder = order.every((paper, i) => paper === i)
  const shardEnds = new Int32Array(shards.length)
  shards.forEach((shard, s) => {
    const first = s === 0 ? 0 : shardEnds[s - 1]
    forms.set(shard.forms, first)
    flags.set(shard.flags, first)
    shardEnds[s] = first + shard.forms.length
  })
  shards.length = 0
  kernels.renumber(forms, shardEnds, numbers, () => {
    for (let i = 0; i < n; i++) {
      const paper = order[i]
      abstractStarts[i] = starts[i] + titleTokens[paper]
      starts[i + 1] = starts[i] + ends[paper] - (paper === 0 ? 0 : ends[paper - 1])
    }
  })
  const words = isInOrder
    ? described
    : someDescribed(
        described,
        kernels.scope(() => putInOrder(kernels, forms, flags, ends, order, described.texts.length)),
      )
  return withForeign({ n, starts, abstractStarts, forms, flags }, words, kernels)
}

/** The tokens, with forms of their own for the words of papers in other languages. */
function withForeign(
  rows: TokenRows,
  { texts, small, stopsIn, kinds: kindsOfWords }: DescribedWords,
  kernels: TokenKernels,
): ReadTokens {
  const foreign = separateLanguages(rows, stopsIn, kernels)
  const formTexts = texts.concat(foreign.words.map((word) => texts[word]))
  const formLanguages = new Array<number>(texts.length).fill(ENGLISH).concat(foreign.languages)
  const kinds = new Uint8Array(formTexts.length)
  kinds.set(kindsOfWords)
  foreign.languages.forEach((language, i) => {
    kinds[texts.length + i] = wordKind(lowerCase(texts[foreign.words[i]]), language)
  })
  return { ...rows, formTexts, formLanguages, small: joinSmall([small, someSmall(small, foreign.words)]), kinds }
}

/** Paper, by its place in the shards → where its tokens end among all, and how many are of its title. */
function placesOf(shards: readonly TokenShard[], n: number): { ends: Int32Array; titleTokens: Int32Array } {
  const ends = new Int32Array(n)
  const titleTokens = new Int32Array(n)
  let paper = 0
  let end = 0
  for (const shard of shards) {
    titleTokens.set(shard.titleTokens, paper)
    for (const tokens of shard.tokens) ends[paper++] = end += tokens
  }
  return { ends, titleTokens }
}

/** Puts the tokens of the papers into another order, and numbers words anew as they are met then. Returns the words in that order. */
function putInOrder(
  kernels: TokenKernels,
  forms: Int32Array,
  flags: Uint8Array,
  ends: Int32Array,
  order: Int32Array,
  words: number,
): number[] {
  const oldForms = kernels.bareInt32(forms.length)
  const oldFlags = kernels.bareBytes(flags.length)
  oldForms.set(forms)
  oldFlags.set(flags)
  /** Word → 1 + its new number, 0 before it is met. */
  const met = new Int32Array(words)
  const found: number[] = []
  let to = 0
  for (const paper of order) {
    const from = paper === 0 ? 0 : ends[paper - 1]
    flags.set(oldFlags.subarray(from, ends[paper]), to)
    for (let t = from; t < ends[paper]; t++) {
      const word = oldForms[t]
      if (met[word] === 0) met[word] = found.push(word)
      forms[to++] = met[word] - 1
    }
  }
  return found
}
