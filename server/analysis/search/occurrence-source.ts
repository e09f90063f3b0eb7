/**
 * The occurrences of the words of an index, in memory or in a file: stretches of them (`from` up to, not including, `to`) are read when they
 * are asked for. Nobody writes into what is given.
 */
export interface OccurrenceSource {
  /** How many there are. */
  readonly size: number
  /** Occurrence → number of its paper, ascending within a word. */
  papers(from: number, to: number): Int32Array
  /** Occurrence → place of the word in the paper: title words from 0, abstract words from ABSTRACT_START; in a field from 0. */
  places(from: number, to: number): Uint16Array
  /** Occurrence → 1 where it is no term of its own: a side of `pre-training` (which is found as `pretraining`, too), or `to-image`. */
  isPart(from: number, to: number): Uint8Array
}

/** Occurrences that are all in memory. */
export function heldOccurrences(all: {
  papers: Int32Array
  places: Uint16Array
  isPart: Uint8Array
}): OccurrenceSource {
  return {
    size: all.papers.length,
    papers: (from, to) => all.papers.subarray(from, to),
    places: (from, to) => all.places.subarray(from, to),
    isPart: (from, to) => all.isPart.subarray(from, to),
  }
}

/** Texts by their places; an array of them is one, but a million strings are what an engine's collector must look at again and again. */
export interface Texts {
  readonly length: number
  /** The text of a place from 0 on; undefined behind the last. */
  at(place: number): string | undefined
}

/** Words of an index with their occurrences. */
export interface IndexedWords {
  /** Ids of the papers, sorted by code point; a paper's number is its place here. */
  readonly ids: Texts
  /** Word → number of its first occurrence. Words of a term stand next to each other, term by term; words of none come last. */
  readonly begins: Int32Array
  /** Word → its occurrences. */
  readonly counts: Int32Array
  readonly occurrences: OccurrenceSource
}
