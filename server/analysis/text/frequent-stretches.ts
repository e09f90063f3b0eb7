import { NumberMap } from '../math/number-map.ts'
import { Int32List } from './growing-list.ts'

/** Largest table of counts, in slots. */
const MOST_SLOTS = 1 << 24

/** Called with a stretch of tokens and its key, which equal stretches share. */
export type OnStretch = (key: number, from: number, to: number) => void

/**
 * Calls `mark` with the stretches whose key at least `least` of `n` papers have. `visit` calls back with the stretches of a paper, and is asked
 * twice: first all keys are counted in a table in which some share a slot, so that only those of full slots, which are few, are kept and counted
 * one by one. Keys are whole numbers of up to 52 bits, well mixed; `expected` is about how many there are in all.
 */
export function frequentStretches(
  n: number,
  expected: number,
  least: number,
  visit: (paper: number, found: OnStretch) => void,
  mark: (from: number, to: number) => void,
): void {
  let slots = 1 << 12
  while (slots < MOST_SLOTS && slots < 2 * expected) slots *= 2
  const table = new Uint16Array(slots)
  const full = Math.min(least, 65535)
  // The low bits of a key and its high ones are two hashes; a table has at most as many slots as the high ones tell apart.
  const slotOf = (key: number): number => (key / 0x100000) & (slots - 1)
  for (let paper = 0; paper < n; paper++) {
    visit(paper, (key) => {
      const slot = slotOf(key)
      if (table[slot] < full) table[slot]++
    })
  }
  const numbers = new NumberMap(1 << 12)
  /** Key → papers that have it, and the last of them. */
  const papers: number[] = []
  const last: number[] = []
  /** Three numbers a stretch: its key's, where it begins, where it ends. */
  const stretches = new Int32List()
  for (let paper = 0; paper < n; paper++) {
    visit(paper, (key, from, to) => {
      if (table[slotOf(key)] < full) return
      const number = numbers.getOrSet(key, papers.length)
      if (number === papers.length) {
        papers.push(1)
        last.push(paper)
      } else if (last[number] !== paper) {
        papers[number]++
        last[number] = paper
      }
      stretches.push(number)
      stretches.push(from)
      stretches.push(to)
    })
  }
  const all = stretches.from(0)
  for (let i = 0; i < all.length; i += 3) if (papers[all[i]] >= least) mark(all[i + 1], all[i + 2])
}
