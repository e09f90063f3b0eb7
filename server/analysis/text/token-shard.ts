import type { KnownWords, WordList } from './word-list.ts'

/** The tokens of some papers; words are numbered in the order in which they are met in them. */
export interface TokenShard extends WordList {
  /** Where its reader keeps its words from shard to shard. */
  known?: KnownWords
  /** Token → word. */
  forms: Int32Array
  /** Token → what stands before it (`tokenize`). */
  flags: Uint8Array
  /** Paper → tokens of its title, and of both. */
  titleTokens: Int32Array
  tokens: Int32Array
}
