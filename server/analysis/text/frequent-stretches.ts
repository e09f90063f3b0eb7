import { NumberMap } from '../math/number-map.ts'
import type { Abstracts, TokenKernels } from './token-kernels.ts'

/** Largest table of counts, in slots. */
const MOST_SLOTS = 1 << 22

/**
 * Calls `mark` with the first token of each stretch that at least `least` abstracts have, and how many it has. Stretches are first counted in a table in which some share a slot, so that
 * only those of full slots, which are few, are counted one by one. `meanwhile`, `later`: see `TokenKernels`.
 */
export function frequentStretches(
  kernels: TokenKernels,
  abstracts: Abstracts,
  least: number,
  mark: (paper: number, from: number, length: number) => void,
  meanwhile: () => void,
  later: () => void,
): void {
  // Stretches that share a slot must hardly ever fill it together; a small table stays in the cache. One in four tokens begins one.
  let slots = 1 << 12
  while (slots < MOST_SLOTS && slots < (2 * abstracts.forms.length) / least) slots *= 2
  const { high, low, starts, lengths } = kernels.stretches(abstracts, least, slots, meanwhile, later)
  const numbers = new NumberMap(1 << 12)
  const numberOf = new Int32Array(high.length)
  const paperOf = new Int32Array(high.length)
  /** Stretch → papers that have it, and the last of them. */
  const papers: number[] = []
  const last: number[] = []
  let paper = 0
  for (let i = 0; i < high.length; i++) {
    while (abstracts.starts[paper + 1] <= starts[i]) paper++
    paperOf[i] = paper
    const number = (numberOf[i] = numbers.getOrSet(keyOf(high[i], low[i]), papers.length))
    if (number === papers.length) {
      papers.push(1)
      last.push(paper)
    } else if (last[number] !== paper) {
      papers[number]++
      last[number] = paper
    }
  }
  for (let i = 0; i < high.length; i++) if (papers[numberOf[i]] >= least) mark(paperOf[i], starts[i], lengths[i])
}

/** 52 bits of two hashes. */
function keyOf(high: number, low: number): number {
  return ((high ^ (high >>> 15)) >>> 0) * 0x100000 + (low >>> 12)
}
