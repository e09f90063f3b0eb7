/** Largest table of counts, in slots. */
const MOST_SLOTS = 1 << 24

/**
 * The keys that at least `least` of `n` papers have. `visit` calls back with each key of a paper, and is asked twice: first all keys
 * are counted in a table in which some share a slot, so that only keys of full slots, which are few, are counted one by one.
 * Keys are integers of up to 52 bits, well mixed, perhaps with a sign; `expected` is about how many there are in all.
 */
export function frequentKeys(
  n: number,
  expected: number,
  least: number,
  visit: (paper: number, found: (key: number, from: number, to: number) => void) => void,
): ReadonlySet<number> {
  let slots = 1 << 12
  while (slots < MOST_SLOTS && slots < 2 * expected) slots *= 2
  const table = new Uint16Array(slots)
  const full = Math.min(least, 65535)
  // The low bits of a key and its high ones are two hashes; a table has at most as many slots as the high ones tell apart.
  const slotOf = (key: number): number => Math.floor(Math.abs(key) / 0x100000) & (slots - 1)
  for (let paper = 0; paper < n; paper++) {
    visit(paper, (key) => {
      const slot = slotOf(key)
      if (table[slot] < full) table[slot]++
    })
  }
  const counts = new Map<number, { papers: number; last: number }>()
  for (let paper = 0; paper < n; paper++) {
    visit(paper, (key) => {
      if (table[slotOf(key)] < full) return
      const count = counts.get(key)
      if (count === undefined) counts.set(key, { papers: 1, last: paper })
      else if (count.last !== paper) {
        count.papers++
        count.last = paper
      }
    })
  }
  const frequent = new Set<number>()
  for (const [key, { papers }] of counts) if (papers >= least) frequent.add(key)
  return frequent
}
