import { continues, type Corpus } from '../text/corpus.ts'
import { IS_STOP } from '../text/fold.ts'
import { AFTER_HYPHEN } from '../text/tokenize.ts'

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
  const stemAt = (t: number): number => corpus.stemOfForm[corpus.forms[t]]
  // A stop word is a neighbour only where a hyphen makes it part of a word.
  const isWord = (t: number, hyphen: number): boolean =>
    (corpus.flags[hyphen] & AFTER_HYPHEN) !== 0 || (corpus.stemKinds[stemAt(t)] & IS_STOP) === 0
  return wanted.map((stems, i) => {
    const before = new Map<number, number>()
    const after = new Map<number, number>()
    let describes = 0
    let described = 0
    for (const token of occurrences[i]) {
      // A title and an abstract begin with a break.
      if (continues(corpus, token) && isWord(token - 1, token)) {
        count(before, stemAt(token - 1))
        described++
      }
      const next = token + stems.length
      if (next >= corpus.forms.length || !continues(corpus, next) || !isWord(next, next)) continue
      count(after, stemAt(next))
      describes++
    }
    const all = occurrences[i].length
    const same = Math.max(0, ...before.values(), ...after.values())
    const isFragment = all >= ENOUGH ? same >= SAME_NEIGHBOUR * all : all > 1 && same === all
    return { isFragment, describes: share(describes, all), described: share(described, all) }
  })
}

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all)

function count(counts: Map<number, number>, stem: number): void {
  counts.set(stem, (counts.get(stem) ?? 0) + 1)
}
