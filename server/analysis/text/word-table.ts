import { hashOf } from './unit-hash.ts'
import { type WordList, wordList } from './word-list.ts'

/** Words of which each has a number, its place in the list that they came as; finds a stretch of units among them without making a string of it. */
export class WordTable {
  readonly #words: WordList
  /** 1 + the number of a word, 0 where a slot is free; at most a quarter is taken. Linear probing. */
  readonly #slots: Int32Array

  /** `words`: each once. */
  constructor(words: readonly string[]) {
    this.#words = wordList(words)
    let slots = 16
    while (slots < 4 * words.length) slots *= 2
    this.#slots = new Int32Array(slots)
    const { units, starts } = this.#words
    for (let word = 0; word < words.length; word++) {
      let slot = hashOf(units, starts[word], starts[word + 1]) & (slots - 1)
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (slots - 1)
      this.#slots[slot] = word + 1
    }
  }

  /** The number of units[start…end), whose `hashOf` is `hash`; −1 where it is none of the words. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask)
      if (this.#holds(slots[slot] - 1, units, start, end)) return slots[slot] - 1
    return -1
  }

  #holds(word: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#words.units
    const from = this.#words.starts[word]
    if (this.#words.starts[word + 1] - from !== end - start) return false
    for (let i = start; i < end; i++) if (own[from + i - start] !== units[i]) return false
    return true
  }
}
