import { NumberMap } from '../math/number-map.ts'
import { type Corpus, tokenStems } from '../text/corpus.ts'
import { AFTER_BREAK } from '../text/token-flags.ts'

/** Places of a phrase that are looked at, at most: how it is written and what stands beside it shows in a thousand as in a million. */
const MOST = 1000

/**
 * Where each of some phrases stands: per phrase its first tokens, ascending; of a phrase that stands in more than a thousand places evenly spaced
 * ones. `wanted` are stem sequences, no two the same.
 */
export function occurrencesOf(corpus: Corpus, wanted: readonly Int32Array[]): Int32Array[] {
  const { n, starts, flags } = corpus
  const stemCount = corpus.stemTexts.length
  const stems = tokenStems(corpus)
  // The phrases as a tree of stems: node 0 is the root, and thousands of phrases cost each token a step or two.
  const first = new Int32Array(stemCount)
  const next = new NumberMap(2 * wanted.length)
  /** Node → the phrase that ends there, or −1. */
  const phraseAt = [-1]
  /** Node → 1 where longer phrases go on from it. */
  const goesOn = [0]
  wanted.forEach((sequence, phrase) => {
    let node = 0
    sequence.forEach((stem, depth) => {
      const fresh = phraseAt.length
      let to: number
      if (depth === 0) to = first[stem] === 0 ? (first[stem] = fresh) : first[stem]
      else {
        goesOn[node] = 1
        to = next.getOrSet(node * stemCount + stem, fresh)
      }
      if (to === fresh) {
        phraseAt.push(-1)
        goesOn.push(0)
      }
      node = to
    })
    phraseAt[node] = phrase
  })
  const ends = Int32Array.from(phraseAt)
  const long = Uint8Array.from(goesOn)
  const counts = new Int32Array(wanted.length)
  visit((phrase) => counts[phrase]++)
  const steps = counts.map((count) => Math.ceil(count / MOST))
  const found = Array.from(counts, (count, phrase) => new Int32Array(Math.ceil(count / steps[phrase])))
  counts.fill(0)
  visit((phrase, token) => {
    const place = counts[phrase]++
    if (place % steps[phrase] === 0) found[phrase][place / steps[phrase]] = token
  })
  return found

  function visit(meet: (phrase: number, token: number) => void): void {
    for (let paper = 0; paper < n; paper++) {
      const end = starts[paper + 1]
      for (let begin = starts[paper]; begin < end; begin++) {
        let t = begin
        let node = first[stems[begin]]
        while (node > 0) {
          if (ends[node] >= 0) meet(ends[node], begin)
          if (long[node] === 0 || ++t >= end || (flags[t] & AFTER_BREAK) !== 0) break
          node = next.get(node * stemCount + stems[t])
        }
      }
    }
  }
}
