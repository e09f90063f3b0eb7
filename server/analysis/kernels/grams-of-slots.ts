import { type Grams, MOST_WORDS } from './phrase-kernels.ts'

/**
 * Numbers of a slot of the table that grams are counted in: the gram before the last word + 1 (0: empty; a word's own number, or words + slot), the last word, papers, papers
 * that have it where it may end a phrase, one of no use here, the first token + 1, and two more of no use.
 */
export const GRAM_SLOT = 8
const [PARENT, LAST, PAPERS, WHOLES, FIRST] = [0, 1, 2, 3, 5]

/** The grams of a table that at least `least` papers hold, the shorter first, then as they are first met. `words`: frequent words. */
export function gramsOf(table: Int32Array, words: number, least: number): Grams {
  const bySize: number[][] = Array.from({ length: MOST_WORDS - 1 }, () => [])
  for (let at = 0; at < table.length; at += GRAM_SLOT) {
    if (table[at + PAPERS] < least) continue
    let size = 0
    for (let up = table[at + PARENT] - 1; up >= words; size++) up = table[(up - words) * GRAM_SLOT + PARENT] - 1
    bySize[size].push(at)
  }
  for (const list of bySize) list.sort((a, b) => table[a + FIRST] - table[b + FIRST])
  const order = bySize.flat()
  const levels = new Int32Array(MOST_WORDS)
  bySize.forEach((list, i) => (levels[i + 1] = levels[i] + list.length))
  /** Slot → gram. */
  const numbers = new Map(order.map((at, i) => [at / GRAM_SLOT, words + i]))
  return {
    levels: levels.map((start) => start + words),
    parents: Int32Array.from(order, (at) => {
      const parent = table[at + PARENT] - 1
      return parent < words ? parent : numbers.get(parent - words)!
    }),
    last: Int32Array.from(order, (at) => table[at + LAST]),
    wholes: Int32Array.from(order, (at) => table[at + WHOLES]),
  }
}
