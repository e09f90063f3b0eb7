import { hashOf } from './unit-hash.ts'
import type { WordList } from './word-list.ts'

/** Words of which each has a number, its place in the list that they came as, or that of the first of several that are the same; finds a stretch of units among them without making a string of it. */
export class WordTable {
  readonly #words: WordList
  /** 1 + the number of a word, 0 where a slot is free; at most a quarter is taken. Linear probing. */
  readonly #slots: Int32Array

  constructor(words: WordList) {
    const { units, starts } = words
    const count = starts.length - 1
    let slots = 16
    while (slots < 4 * count) slots *= 2
    this.#words = words
    this.#slots = new Int32Array(slots)
    for (let word = 0; word < count; word++) {
      const [start, end] = [starts[word], starts[word + 1]]
      const slot = this.#slotOf(units, start, end, hashOf(units, start, end))
      if (this.#slots[slot] === 0) this.#slots[slot] = word + 1
    }
  }

  /** The number of units[start…end), whose `hashOf` is `hash`; −1 where it is none of the words. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    return this.#slots[this.#slotOf(units, start, end, hash)] - 1
  }

  /** The slot of a word, or the free one where it belongs. */
  #slotOf(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = hash & mask
    while (slots[slot] !== 0 && !this.#holds(slots[slot] - 1, units, start, end)) slot = (slot + 1) & mask
    return slot
  }

  #holds(word: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#words.units
    const from = this.#words.starts[word]
    if (this.#words.starts[word + 1] - from !== end - start) return false
    for (let i = start; i < end; i++) if (own[from + i - start] !== units[i]) return false
    return true
  }
}
