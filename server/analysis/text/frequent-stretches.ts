import { NumberMap } from '../math/number-map.ts'
import type { Stretches } from './stretches.ts'

/** Largest table of counts, in slots. */
const MOST_SLOTS = 1 << 22

/**
 * Calls `mark` with the first token of each stretch, and the one after its last, whose key at least `least` papers have. `starts`: where the
 * tokens of each paper start, one more than there are papers. Keys are first counted in a table in which some share a slot, so that only those
 * of full slots, which are few, are counted one by one.
 */
export function frequentStretches(
  { keys, starts: firsts, lengths }: Stretches,
  starts: Int32Array,
  least: number,
  mark: (from: number, to: number) => void,
): void {
  // Keys that share a slot must hardly ever fill it together; a small table stays in the cache.
  let slots = 1 << 12
  while (slots < MOST_SLOTS && slots < (8 * keys.length) / least) slots *= 2
  const table = new Uint16Array(slots)
  const full = Math.min(least, 65535)
  // The low bits of a key and its high ones are two hashes; a table has at most as many slots as the high ones tell apart.
  const slotOf = (key: number): number => (key / 0x100000) & (slots - 1)
  for (let i = 0; i < keys.length; i++) {
    const slot = slotOf(keys[i])
    if (table[slot] < full) table[slot]++
  }
  const numbers = new NumberMap(1 << 12)
  /** Key → papers that have it, and the last of them. */
  const papers: number[] = []
  const last: number[] = []
  const candidates: number[] = []
  let paper = 0
  for (let i = 0; i < keys.length; i++) {
    if (table[slotOf(keys[i])] < full) continue
    while (starts[paper + 1] <= firsts[i]) paper++
    const number = numbers.getOrSet(keys[i], papers.length)
    candidates.push(i)
    if (number === papers.length) {
      papers.push(1)
      last.push(paper)
    } else if (last[number] !== paper) {
      papers[number]++
      last[number] = paper
    }
  }
  for (const i of candidates) if (papers[numbers.get(keys[i])] >= least) mark(firsts[i], firsts[i] + lengths[i])
}
