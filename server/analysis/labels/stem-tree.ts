import { NumberMap } from '../math/number-map.ts'

/** Phrases of several stems as a tree of stems; node 0 is the root. */
export interface StemTree {
  /** Stem → the node of phrases that begin with it, or 0. */
  first: Int32Array
  /** Node × stems + stem → the node behind. */
  next: NumberMap
  /** Stem → 1 where any phrase has it behind its first stem. */
  isInner: Uint8Array
  /** Node → the phrase that ends there, or −1. */
  ends: Int32Array
  /** Node → 1 where longer phrases go on from it. */
  goesOn: Uint8Array
}

/** The tree of the phrases that have more than one stem. `wanted` are stem sequences, no two the same; `stemCount` is the number of stems. */
export function treeOf(wanted: readonly Int32Array[], stemCount: number): StemTree {
  const first = new Int32Array(stemCount)
  const next = new NumberMap(2 * wanted.length)
  const isInner = new Uint8Array(stemCount)
  const ends = [-1]
  const goesOn = [0]
  const enter = (node: number, fresh: number): number => {
    if (node === fresh) {
      ends.push(-1)
      goesOn.push(0)
    }
    return node
  }
  wanted.forEach((sequence, phrase) => {
    if (sequence.length === 1) return
    let node = (first[sequence[0]] = enter(first[sequence[0]] || ends.length, ends.length))
    for (const stem of sequence.subarray(1)) {
      goesOn[node] = 1
      isInner[stem] = 1
      node = enter(next.getOrSet(node * stemCount + stem, ends.length), ends.length)
    }
    ends[node] = phrase
  })
  return { first, next, isInner, ends: Int32Array.from(ends), goesOn: Uint8Array.from(goesOn) }
}
