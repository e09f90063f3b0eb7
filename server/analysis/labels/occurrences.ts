import { type StemmedCorpus, stemUses } from '../text/corpus.ts'
import { IS_STOP } from '../text/fold.ts'
import { Int32List } from '../text/growing-list.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from '../text/token-flags.ts'
import { treeOf } from './stem-tree.ts'

/** Places of a phrase that are looked at, at most: how it is written and what stands beside it shows in a thousand as in a million. */
const MOST = 1000

/** Where a phrase stands, and between which words; three arrays of one length. */
export interface Occurrences {
  /** Its first tokens, ascending. */
  tokens: Int32Array
  /** The stem of the word right before it and right behind it; −1 where there is none: a break, or a stop word that no hyphen ties to it. */
  before: Int32Array
  behind: Int32Array
}

/**
 * Where each of some phrases stands; of a phrase that stands in more than a thousand places evenly spaced ones. `wanted` are stem sequences, no two
 * the same.
 */
export function occurrencesOf(corpus: StemmedCorpus, wanted: readonly Int32Array[]): Occurrences[] {
  const { flags, stemKinds, stems } = corpus
  const { phrases, tokens } = longerPhrases(corpus, wanted)
  const uses = stemUses(corpus)
  const counts = Int32Array.from(wanted, (sequence) => (sequence.length === 1 ? uses[sequence[0]] : 0))
  for (const phrase of phrases) counts[phrase]++

  const lengths = Int32Array.from(wanted, (sequence) => sequence.length)
  const steps = counts.map((count) => Math.ceil(count / MOST))
  /** Phrase → places to pass over until the next one that is looked at, and where that is written. */
  const skip = new Int32Array(wanted.length)
  const place = new Int32Array(wanted.length + 1)
  counts.forEach((count, phrase) => (place[phrase + 1] = place[phrase] + Math.ceil(count / Math.max(1, steps[phrase]))))
  const bounds = place.slice()
  const size = bounds[wanted.length]
  const all: Occurrences = { tokens: new Int32Array(size), before: new Int32Array(size), behind: new Int32Array(size) }
  // Tokens are met in their order, so that what stands beside them is near at hand.
  const meet = (phrase: number, token: number): void => {
    if (skip[phrase]-- > 0) return
    skip[phrase] = steps[phrase] - 1
    const at = place[phrase]++
    const next = token + lengths[phrase]
    all.tokens[at] = token
    all.before[at] = wordAt(token - 1, token)
    all.behind[at] = next < stems.length ? wordAt(next, next) : -1
  }
  // A title and an abstract begin with a break. A stop word is a neighbour only where a hyphen makes it part of a word.
  const wordAt = (token: number, border: number): number => {
    if ((flags[border] & AFTER_BREAK) !== 0) return -1
    return (flags[border] & AFTER_HYPHEN) !== 0 || (stemKinds[stems[token]] & IS_STOP) === 0 ? stems[token] : -1
  }
  for (let i = 0; i < phrases.length; i++) meet(phrases[i], tokens[i])
  const single = new Int32Array(uses.length).fill(-1)
  wanted.forEach((sequence, phrase) => {
    if (sequence.length === 1) single[sequence[0]] = phrase
  })
  for (let token = 0; token < stems.length; token++) {
    const phrase = single[stems[token]]
    if (phrase >= 0) meet(phrase, token)
  }
  return wanted.map((_, phrase) => ({
    tokens: all.tokens.subarray(bounds[phrase], bounds[phrase + 1]),
    before: all.before.subarray(bounds[phrase], bounds[phrase + 1]),
    behind: all.behind.subarray(bounds[phrase], bounds[phrase + 1]),
  }))
}

/** Every place of the phrases of several stems: which phrase, and its first token; in the order of the tokens. */
function longerPhrases(
  { n, starts, flags, stemTexts, stems }: StemmedCorpus,
  wanted: readonly Int32Array[],
): { phrases: Int32Array; tokens: Int32Array } {
  const stemCount = stemTexts.length
  const { first, next, isInner, ends, goesOn } = treeOf(wanted, stemCount)
  const phrases = new Int32List()
  const tokens = new Int32List()
  for (let paper = 0; paper < n; paper++) {
    const end = starts[paper + 1]
    for (let begin = starts[paper]; begin < end; begin++) {
      let node = first[stems[begin]]
      if (node === 0) continue
      for (let t = begin + 1; t < end && goesOn[node] === 1; t++) {
        if (isInner[stems[t]] === 0 || (flags[t] & AFTER_BREAK) !== 0) break
        node = next.get(node * stemCount + stems[t])
        if (node < 0) break
        if (ends[node] < 0) continue
        phrases.push(ends[node])
        tokens.push(begin)
      }
    }
  }
  return { phrases: phrases.from(0), tokens: tokens.from(0) }
}
