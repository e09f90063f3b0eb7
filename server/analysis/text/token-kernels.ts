import type { LongForms, Writings } from './long-forms.ts'
import type { Definitions, FormLetters } from './definitions.ts'
import type { WordList } from './word-list.ts'
import type { Stretches } from './stretches.ts'
import type { Tokens } from './tokens.ts'

/** Tokens as numbers alone. */
export type TokenRows = Pick<Tokens, 'n' | 'starts' | 'abstractStarts' | 'forms' | 'flags'>

/** Abstracts in which boilerplate is sought. */
export interface Abstracts extends TokenRows {
  /** Form → two hashes of its word (`hashesOfForms`): two numbers each. The first is odd where the word says nothing. */
  hashes: Int32Array
}

/** Joins lists of words, which get numbers in the order in which they are met. */
export interface WordJoiner {
  /** Takes the words of a list in. Its word → the number of that. */
  add(list: WordList): Int32Array
  /** Copies of the words from number `first` on. */
  words(first?: number): WordList
}

/**
 * The hot loops over tokens, with memory of their own: arrays that one reads or writes must come from `int32` or `bytes` of the same set. `plain-token-kernels` has them
 * in TypeScript, `Kernels` has all of them compiled.
 *
 * What some of them are given as `meanwhile` (or `later`) is done once, by the thread that calls, while others may have begun. Of the kernels it may call `wordJoiner` alone, within a scope.
 */
export interface TokenKernels {
  /** Zeros. Valid until the scope ends in which they were asked for. */
  int32(length: number): Int32Array
  bytes(length: number): Uint8Array
  /** Not zeros, but whatever stood there: for what is written before it is read. */
  bareInt32(length: number): Int32Array
  bareBytes(length: number): Uint8Array
  /** Runs work, then takes back the memory that it asked for. */
  scope<T>(work: () => T): T

  /** For the words of lists, each once; it lasts until the scope ends in which it was asked for. `expected`: about how many words the lists have. */
  wordJoiner(expected?: number): WordJoiner

  /**
   * Puts other numbers in the place of forms: of those of a shard, which end at `ends`, its own of `numbers`, which several may share.
   */
  renumber(forms: Int32Array, ends: Int32Array, numbers: readonly Int32Array[], meanwhile?: () => void): void

  /** Form → tokens of it; `formCount` numbers. */
  countForms(forms: Int32Array, formCount: number): Int32Array

  /** Paper → tokens whose form is marked (1, else 0). */
  countMarked(tokens: TokenRows, marked: Uint8Array): Int32Array

  /** The places in `keys` where `marked` is 1 of what stands there, ascending. */
  findMarked(keys: Int32Array | Uint8Array, marked: Uint8Array): Int32Array

  /**
   * The tokens at which something begins, ascending: of a form that has 1 in `begins`, or 2 and a next token with which it may go on (`mayBegin` has 1 at the slot of their two stems,
   * `stemSlot`).
   */
  findBegins(forms: Int32Array, begins: Uint8Array, stemOfForm: Int32Array, mayBegin: Uint8Array): Int32Array

  /** The definitions of acronyms about tokens that stand behind a bracket: `opened`, ascending (`match-definitions`). */
  matchDefinitions(tokens: TokenRows, known: FormLetters, opened: Int32Array, meanwhile?: () => void): Definitions

  /** Where long forms begin and acronyms stand, ascending (`find-long-forms`). Changes `marks`, and `flags`. */
  findLongForms(tokens: TokenRows, known: LongForms, marks: Uint8Array): Int32Array

  /** Numbers the ways in which what was found is written. */
  numberWritings(tokens: TokenRows, marks: Uint8Array, found: Int32Array): Writings

  /**
   * The stretches that may be boilerplate of at least `least` abstracts (`find-stretches`), in reading order: those that are not are left out where a table of `slots` counts tells them
   * apart, two of which share a slot now and then. They are looked at more than once: `later` is done in the second look.
   */
  stretches(abstracts: Abstracts, least: number, slots: number, meanwhile?: () => void, later?: () => void): Stretches

  /**
   * Leaves tokens out, in place. `dropped`: 1 where a token was cut out, so that a break stands in its place, 2 where it has become part of the one before it, else 0. Returns the
   * rows that are left: `forms` and `flags` are the first part of those that were given, `starts` and `abstractStarts` too.
   */
  compact(tokens: TokenRows, dropped: Uint8Array): TokenRows
}
