import { type Corpus, tokenStems } from '../text/corpus.ts'
import { IS_STOP } from '../text/fold.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from '../text/token-flags.ts'

/** How a phrase stands among its neighbours. */
export interface Shape {
  /** Mostly one and the same word goes before or after: `capabilities of large language` is torn off `models`. */
  isFragment: boolean
  /** Share of its occurrences with a word behind that it could describe, 0–1: high for adjectives (`semantic`). */
  describes: number
  /** Share of its occurrences with a word in front that it is described by, 0–1: high for French adjectives (`automatique`). */
  described: number
}

/** A phrase is a fragment where at least this share of its occurrences have the same neighbour. */
const SAME_NEIGHBOUR = 0.7
/** Occurrences from which on such a share says something; below, all must have it. */
const ENOUGH = 4

/** The shapes of phrases. `wanted` are stem sequences, `occurrences` their tokens (`occurrencesOf`). */
export function shapesOf(corpus: Corpus, wanted: readonly Int32Array[], occurrences: readonly Int32Array[]): Shape[] {
  const { flags, stemKinds } = corpus
  const stems = tokenStems(corpus)
  const before = new Tally(stemKinds.length)
  const after = new Tally(stemKinds.length)
  // A stop word is a neighbour only where a hyphen makes it part of a word.
  const isWord = (t: number, hyphen: number): boolean =>
    (flags[hyphen] & AFTER_HYPHEN) !== 0 || (stemKinds[stems[t]] & IS_STOP) === 0
  return wanted.map((sequence, i) => {
    let describes = 0
    let described = 0
    for (const token of occurrences[i]) {
      // A title and an abstract begin with a break.
      if ((flags[token] & AFTER_BREAK) === 0 && isWord(token - 1, token)) {
        before.add(stems[token - 1])
        described++
      }
      const next = token + sequence.length
      if (next >= stems.length || (flags[next] & AFTER_BREAK) !== 0 || !isWord(next, next)) continue
      after.add(stems[next])
      describes++
    }
    const all = occurrences[i].length
    const same = Math.max(before.takeMost(), after.takeMost())
    const isFragment = all >= ENOUGH ? same >= SAME_NEIGHBOUR * all : all > 1 && same === all
    return { isFragment, describes: share(describes, all), described: share(described, all) }
  })
}

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all)

/** Counts of stems, used again for every phrase. */
class Tally {
  #counts: Int32Array
  #seen: number[] = []

  constructor(stems: number) {
    this.#counts = new Int32Array(stems)
  }

  add(stem: number): void {
    if (this.#counts[stem]++ === 0) this.#seen.push(stem)
  }

  /** The highest count; all are 0 afterwards. */
  takeMost(): number {
    let most = 0
    for (const stem of this.#seen) {
      most = Math.max(most, this.#counts[stem])
      this.#counts[stem] = 0
    }
    this.#seen.length = 0
    return most
  }
}
