import type { Look } from './phrase-places.ts'

/** How a phrase stands among its neighbours. */
export interface Shape {
  /** Mostly one and the same word goes before or after: `capabilities of large language` is torn off `models`. */
  isFragment: boolean
  /** Share of its occurrences with a word behind that it could describe, 0–1: high for adjectives (`semantic`). */
  describes: number
  /** Share of its occurrences with a word in front that it is described by, 0–1: high for French adjectives (`automatique`). */
  described: number
}

/** A phrase is a fragment where at least this share of its occurrences have the same neighbour: more than half, up to which its times are not known. */
const SAME_NEIGHBOUR = 0.7
/** Occurrences from which on such a share says something; below, all must have it. */
const ENOUGH = 4

/** The shape of a phrase. */
export function shapeOf({ places, before, behind }: Pick<Look, 'places' | 'before' | 'behind'>): Shape {
  const same = Math.max(before.times, behind.times)
  return {
    isFragment: places >= ENOUGH ? same >= SAME_NEIGHBOUR * places : places > 1 && same === places,
    describes: share(behind.words, places),
    described: share(before.words, places),
  }
}

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all)
