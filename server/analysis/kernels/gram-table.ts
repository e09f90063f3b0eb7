/** Numbers that an entry of a table has: the gram before its last word + 1 (0: no entry), that word, the gram itself, and what is known of it. */
export const GRAM_FIELDS = 4

/** Grams of several words by the gram before their last word and that word: open addressing, linear probing. `assembly/gram-table.ts` reads it too. */
export interface GramTable {
  /** Slots − 1; a power of two less one. */
  mask: number
  /** `GRAM_FIELDS` numbers a slot. */
  slots: Int32Array
  /** A bit for each hash that is there, of which there are a power of two (`bitMask` + 1): they fit a cache that the slots do not. */
  bitMask: number
  bits: Int32Array
}

/** The hash of words that have the hash `hash` and of one more behind them; the hash of a single word is its number. */
export function mixWord(hash: number, word: number): number {
  let z = (Math.imul(hash, 0x9e3779b1) + word) | 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  return z ^ (z >>> 13)
}

/** An empty table for so many grams: at most half of its slots are taken, and a tenth of its bits. `int32` gives zeros. */
export function gramTable(int32: (length: number) => Int32Array, grams: number): GramTable {
  const slots = powerOfTwo(2 * grams)
  const bits = powerOfTwo(10 * grams)
  return { mask: slots - 1, slots: int32(GRAM_FIELDS * slots), bitMask: bits - 1, bits: int32(bits / 32) }
}

function powerOfTwo(least: number): number {
  let power = 32
  while (power < least) power *= 2
  return power
}

/** Writes a gram, whose words have the hash `hash`, and its value to a table that has it not. */
export function addGram(
  { mask, slots, bits, bitMask }: GramTable,
  hash: number,
  parent: number,
  word: number,
  gram: number,
  value: number,
): void {
  let slot = hash & mask
  while (slots[slot * GRAM_FIELDS] !== 0) slot = (slot + 1) & mask
  slots.set([parent + 1, word, gram, value], slot * GRAM_FIELDS)
  const place = hash & bitMask
  bits[place >> 5] |= 1 << (place & 31)
}

/** Where in `slots` the gram and the value are of `parent` and a word behind it: the first of the two, or −1. */
export function findGram({ mask, slots }: GramTable, hash: number, parent: number, word: number): number {
  let slot = hash & mask
  for (;;) {
    const at = slot * GRAM_FIELDS
    if (slots[at] === 0) return -1
    if (slots[at] === parent + 1 && slots[at + 1] === word) return at + 2
    slot = (slot + 1) & mask
  }
}
