import { hashOf } from './unit-hash.ts'
import type { WordList } from './word-list.ts'

/** What stands in a slot: key (`exactKey` or a hash and NO_KEY), form + 1 or 0 where it is free, and nothing. A power of two, so that slots share no cache line. */
const SLOT = 4
/** No key of a short word in ASCII has this as its upper half. */
const NO_KEY = -1

/**
 * Words as written, numbered in the order in which they are first met. Finds the number of a stretch of text without making a string
 * of it, which is most of the work of reading tokens one by one.
 */
export class FormTable {
  length = 0
  /** Linear probing. */
  #slots = new Int32Array(SLOT << 11)
  /** Form → its hash, and where its characters stand in the pool; one more than there are forms. */
  #hashes = new Int32Array(1 << 11)
  #starts = new Int32Array(1 << 11)
  #pool = new Uint16Array(1 << 14)
  /** Units of a word that came as a string. */
  #word = new Uint16Array(1 << 7)

  /** The number of units[start…end), a new one where it is new. `hash`: `hashOf` them. */
  numberOf(units: Uint16Array, start: number, end: number, hash: number): number {
    return this.#find(units, start, end - start, mixed(hash))
  }

  /** The same of a word in ASCII of which `low` and `high` are the last four bytes and what stands before them: at most four. */
  numberOfShort(units: Uint16Array, start: number, end: number, hash: number, low: number, high: number): number {
    return this.#short(units, start, end - start, mixed(hash), low, high)
  }

  #short(units: Uint16Array, start: number, length: number, hash: number, low: number, high: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = Math.imul(hash, SLOT) & mask; ; slot = (slot + SLOT) & mask) {
      // What is compared is the word itself, and it is all in one line of the cache.
      if (slots[slot] === low && slots[slot + 1] === high) return slots[slot + 2] - 1
      if (slots[slot + 2] === 0) return this.#add(units, start, length, hash, slot, low, high)
    }
  }

  /** The same of a word. */
  numberOfText(text: string): number {
    const { length } = text
    if (length > this.#word.length) this.#word = new Uint16Array(2 * length)
    const units = this.#word
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i)
    return this.numberOf(units, 0, length, hashOf(units, 0, length))
  }

  #find(units: Uint16Array, start: number, length: number, hash: number): number {
    if (length > 0 && length <= 8) {
      let [low, high, wide] = [0, 0, 0]
      for (let i = start; i < start + length; i++) {
        high = (high << 8) | (low >>> 24)
        low = (low << 8) | units[i]
        wide |= units[i]
      }
      if (wide < 128) return this.#short(units, start, length, hash, low, high)
    }
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = Math.imul(hash, SLOT) & mask; ; slot = (slot + SLOT) & mask) {
      const form = slots[slot + 2] - 1
      if (form < 0) return this.#add(units, start, length, hash, slot, hash, NO_KEY)
      if (slots[slot] === hash && slots[slot + 1] === NO_KEY && this.#holds(form, units, start, length)) return form
    }
  }

  /** Takes other words in, in their order. Word of theirs → number here. */
  join({ units, starts }: WordList): Int32Array {
    return Int32Array.from({ length: starts.length - 1 }, (_, word) => {
      const [start, end] = [starts[word], starts[word + 1]]
      return this.#find(units, start, end - start, mixed(hashOf(units, start, end)))
    })
  }

  /** Copies of the words from number `first` on. */
  words(first = 0): WordList {
    const starts = this.#starts.subarray(first, this.length + 1)
    return {
      units: this.#pool.slice(starts[0], starts[starts.length - 1]),
      starts: starts.map((start) => start - this.#starts[first]),
    }
  }

  /** Copies of some of the words, by number. */
  some(numbers: Int32Array): WordList {
    const starts = new Int32Array(numbers.length + 1)
    const from = this.#starts
    for (let i = 0; i < numbers.length; i++) starts[i + 1] = starts[i] + from[numbers[i] + 1] - from[numbers[i]]
    const units = new Uint16Array(starts[numbers.length])
    for (let i = 0, at = 0; i < numbers.length; i++) {
      const end = from[numbers[i] + 1]
      for (let unit = from[numbers[i]]; unit < end; unit++) units[at++] = this.#pool[unit]
    }
    return { units, starts }
  }

  #holds(form: number, units: Uint16Array, start: number, length: number): boolean {
    const from = this.#starts[form]
    if (this.#starts[form + 1] - from !== length) return false
    for (let i = 0; i < length; i++) if (this.#pool[from + i] !== units[start + i]) return false
    return true
  }

  /** Adds a word at a free slot; its number. */
  #add(
    units: Uint16Array,
    start: number,
    length: number,
    hash: number,
    slot: number,
    low: number,
    high: number,
  ): number {
    const form = this.length++
    if (form + 2 > this.#hashes.length) {
      this.#hashes = larger(this.#hashes)
      this.#starts = larger(this.#starts)
    }
    const from = this.#starts[form]
    while (from + length > this.#pool.length) this.#pool = larger(this.#pool)
    for (let i = 0; i < length; i++) this.#pool[from + i] = units[start + i]
    this.#hashes[form] = hash
    this.#starts[form + 1] = from + length
    this.#slots[slot] = low
    this.#slots[slot + 1] = high
    this.#slots[slot + 2] = form + 1
    if (2 * SLOT * this.length > this.#slots.length) this.#spread()
    return form
  }

  #spread(): void {
    const old = this.#slots
    const slots = new Int32Array(2 * old.length)
    const mask = slots.length - 1
    for (let from = 0; from < old.length; from += SLOT) {
      const form = old[from + 2] - 1
      if (form < 0) continue
      let slot = (this.#hashes[form] * SLOT) & mask
      while (slots[slot + 2] !== 0) slot = (slot + SLOT) & mask
      for (let i = 0; i < SLOT; i++) slots[slot + i] = old[from + i]
    }
    this.#slots = slots
  }
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}

function larger<A extends Int32Array | Uint16Array>(array: A): A {
  const twice = new (array.constructor as new (length: number) => A)(2 * array.length)
  twice.set(array)
  return twice
}
