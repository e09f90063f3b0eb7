import type { WordList } from './word-list.ts'

/** The words of a reader that numbers them once for all its shards. */
export interface KnownWords {
  /** Tells readers apart, and one that has forgotten its words from what it was. */
  reader: number
  /** Word of the list → its number, which forms have. */
  ids: Int32Array
}

/** The tokens of some papers, and their words in the order in which they are met in them. */
export interface TokenShard extends WordList {
  /** Where its reader has numbers of its own for them; the list has those words alone then that no shard before it had. */
  known?: KnownWords
  /** Token → word of the list, or the number that its reader has for it. */
  forms: Int32Array
  /** Token → what stands before it (`tokenize`). */
  flags: Uint8Array
  /** Paper → tokens of its title, and of both. */
  titleTokens: Int32Array
  tokens: Int32Array
}
