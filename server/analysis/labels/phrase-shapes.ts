import { PLACE_FIELDS } from '../kernels/phrase-kernels.ts'
import type { Occurrences } from './phrase-places.ts'

/** How a phrase stands among its neighbours. */
export interface Shape {
  /** Mostly one and the same word goes before or after: `capabilities of large language` is torn off `models`. */
  isFragment: boolean
  /** Share of its occurrences with a word behind that it could describe, 0–1: high for adjectives (`semantic`). */
  describes: number
  /** Share of its occurrences with a word in front that it is described by, 0–1: high for French adjectives (`automatique`). */
  described: number
}

/** A phrase is a fragment where at least this share of its occurrences have the same neighbour: more than half, on which `majority` relies. */
const SAME_NEIGHBOUR = 0.7
/** Occurrences from which on such a share says something; below, all must have it. */
const ENOUGH = 4

/** The shape of a phrase. */
export function shapeOf(places: Occurrences): Shape {
  const all = places.length / PLACE_FIELDS
  const left = majority(places, 1)
  const right = majority(places, 2)
  const same = Math.max(left.times, right.times)
  return {
    isFragment: all >= ENOUGH ? same >= SAME_NEIGHBOUR * all : all > 1 && same === all,
    describes: share(right.words, all),
    described: share(left.words, all),
  }
}

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all)

/**
 * In how many of some places there is a word beside the phrase (not −1; `side`: which of the numbers of a place), and how often the commonest of them is there, if that is more
 * than half of the words; else at most that. Source: Boyer and Moore, "MJRTY: a fast majority vote algorithm" (1991).
 */
function majority(places: Occurrences, side: number): { words: number; times: number } {
  let candidate = -1
  let lead = 0
  let words = 0
  for (let at = side; at < places.length; at += PLACE_FIELDS) {
    const word = places[at]
    if (word < 0) continue
    words++
    if (lead === 0) candidate = word
    lead += word === candidate ? 1 : -1
  }
  let times = 0
  if (candidate >= 0) for (let at = side; at < places.length; at += PLACE_FIELDS) if (places[at] === candidate) times++
  return { words, times }
}
