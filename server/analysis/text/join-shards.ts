import { wordKind } from './word-kind.ts'
import { ENGLISH } from './languages.ts'
import { separateLanguages } from './separate-languages.ts'
import { lowerCase } from './stem.ts'
import { smallWords, withSome } from './small-words.ts'
import type { TokenKernels, TokenRows } from './token-kernels.ts'
import type { TokenShard } from './token-shard.ts'
import type { ReadTokens } from './tokens.ts'
import { factsOfWords } from './word-facts.ts'
import { someWords, type WordList, wordTexts } from './word-list.ts'

/**
 * The tokens of papers from those of their shards, as if one reader had read all in the order that is wanted: words have their numbers in the order of reading. `order`: the papers, by
 * their place in the shards; `shards` are emptied. The tokens lie in the memory of the kernels.
 */
export function joinShards(shards: TokenShard[], order: Int32Array, kernels: TokenKernels): ReadTokens {
  const n = order.length
  const { words: joined, numbers } = kernels.joinWords(shards)
  const { ends, titleTokens } = placesOf(shards, n)
  const length = n === 0 ? 0 : ends[n - 1]
  const forms = kernels.int32(length)
  const flags = kernels.bytes(length)
  let first = 0
  shards.forEach((shard, s) => {
    const end = first + shard.forms.length
    forms.set(shard.forms, first)
    flags.set(shard.flags, first)
    kernels.renumber(forms.subarray(first, end), numbers[s])
    first = end
  })
  shards.length = 0
  const starts = kernels.int32(n + 1)
  const abstractStarts = kernels.int32(n)
  order.forEach((paper, i) => {
    abstractStarts[i] = starts[i] + titleTokens[paper]
    starts[i + 1] = starts[i] + ends[paper] - (paper === 0 ? 0 : ends[paper - 1])
  })
  const isInOrder = order.every((paper, i) => paper === i)
  const words = isInOrder
    ? joined
    : someWords(
        joined,
        kernels.scope(() => putInOrder(kernels, forms, flags, ends, order, joined.starts.length - 1)),
      )
  return describe({ n, starts, abstractStarts, forms, flags }, words, kernels)
}

/** Words of papers in other languages get forms of their own, and what is known of a word by itself is written down. */
function describe(rows: TokenRows, words: WordList, kernels: TokenKernels): ReadTokens {
  const texts = wordTexts(words)
  const small = smallWords(words, texts)
  const { stopsIn, kinds: kindsOfWords } = factsOfWords(small, texts)
  const foreign = separateLanguages(rows, stopsIn, kernels)
  const formTexts = texts.concat(foreign.words.map((word) => texts[word]))
  const formLanguages = [...new Array<number>(texts.length).fill(ENGLISH), ...foreign.languages]
  const kinds = new Uint8Array(formTexts.length)
  kinds.set(kindsOfWords)
  foreign.languages.forEach((language, i) => {
    kinds[texts.length + i] = wordKind(lowerCase(texts[foreign.words[i]]), language)
  })
  return { ...rows, formTexts, formLanguages, small: withSome(small, foreign.words), kinds }
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
  const oldForms = kernels.int32(forms.length)
  const oldFlags = kernels.bytes(flags.length)
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
