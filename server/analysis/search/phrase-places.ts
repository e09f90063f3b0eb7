import type { PhraseHits } from './phrase-hits.ts'
import { occurrencesOf, occurrencesOfWord, type SearchedWords, type WordOccurrences } from './word-occurrences.ts'

/** Beginnings are paper × PLACES + place. */
const PLACES = 65536

/** Where the phrase of a word begins, for each occurrence of the word, sorted and each once: paper × 65536 + place − offset. */
export function beginnings(index: SearchedWords, words: readonly number[], offset: number): Float64Array {
  if (words.length === 1) return placesOfWord(index, words[0], offset)
  if (words.length <= FEW_FORMS)
    return words
      .map((w) => placesOfWord(index, w, offset))
      .reduce((a, b) => (a.length < b.length ? merge(b, a) : merge(a, b)))
  const all = new Float64Array(occurrencesOf(index, words))
  let at = 0
  for (const w of words) {
    const own = placesOfWord(index, w, offset)
    all.set(own, at)
    at += own.length
  }
  all.sort()
  return merge(all, new Float64Array(0))
}

/** So many sorted lists are merged one after the other; more are quicker sorted together. */
const FEW_FORMS = 8

function placesOfWord(index: SearchedWords, word: number, offset: number): Float64Array {
  const { papers, places } = occurrencesOfWord(index, word)
  const begins = new Float64Array(papers.length)
  for (let o = 0; o < begins.length; o++) begins[o] = papers[o] * PLACES + places[o] - offset
  return begins
}

/** Sorted numbers of two sorted lists, each once: a compound may stand where one of its parts does. */
function merge(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length)
  let size = 0
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const next = j === b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++]
    if (size === 0 || both[size - 1] !== next) both[size++] = next
  }
  return both.subarray(0, size)
}

/** Those of the beginnings (ascending) at which one of the words stands `offset` places on. */
export function keepBeside(
  index: SearchedWords,
  begins: Float64Array,
  words: readonly number[],
  offset: number,
): Float64Array {
  const kept = new Uint8Array(begins.length)
  let filter: Int32Array | null = null
  for (const w of words) {
    const own = occurrencesOfWord(index, w)
    // The rarer one tells where to look: words are mostly far more frequent, or far rarer, than what they stand beside.
    if (own.papers.length > FAR_MORE * begins.length) markFromBegins(kept, begins, own, offset)
    else if (own.papers.length * FAR_MORE < begins.length) markFromWord(kept, begins, own, offset, null)
    else markFromWord(kept, begins, own, offset, (filter ??= filterOf(begins)))
  }
  let size = 0
  for (let i = 0; i < kept.length; i++) size += kept[i]
  const both = new Float64Array(size)
  let at = 0
  for (let i = 0; i < begins.length; i++) if (kept[i] === 1) both[at++] = begins[i]
  return both
}

const FAR_MORE = 8

/** Bits of a filter: 64 a paper, so that those of papers side by side lie side by side, over and over again. */
const FILTER_BITS = 1 << 24

/** Sets the bit of each beginning: what finds none is no beginning, and most places beside two frequent words are none. */
function filterOf(begins: Float64Array): Int32Array {
  const filter = new Int32Array(FILTER_BITS >> 5)
  for (let i = 0; i < begins.length; i++) {
    const paper = Math.floor(begins[i] / PLACES)
    const bit = filterBit(paper, begins[i] - paper * PLACES)
    filter[bit >> 5] |= 1 << (bit & 31)
  }
  return filter
}

const filterBit = (paper: number, place: number): number => ((paper << 6) | (place & 63)) & (FILTER_BITS - 1)

function markFromWord(
  kept: Uint8Array,
  begins: Float64Array,
  { papers, places }: WordOccurrences,
  offset: number,
  filter: Int32Array | null,
): void {
  let i = 0
  for (let o = 0; o < papers.length; o++) {
    if (filter !== null) {
      const bit = filterBit(papers[o], places[o] - offset)
      if (((filter[bit >> 5] >>> (bit & 31)) & 1) === 0) continue
    }
    const wanted = papers[o] * PLACES + places[o] - offset
    if (begins[i] < wanted) {
      // Steps that double, then halves.
      let step = 1
      while (i + step < begins.length && begins[i + step] < wanted) {
        i += step
        step *= 2
      }
      for (; step >= 1; step >>= 1) if (i + step < begins.length && begins[i + step] < wanted) i += step
      i++
      if (i >= begins.length) return
    }
    if (begins[i] === wanted) kept[i] = 1
  }
}

function markFromBegins(
  kept: Uint8Array,
  begins: Float64Array,
  { papers, places }: WordOccurrences,
  offset: number,
): void {
  const end = papers.length
  let o = 0
  for (let i = 0; i < begins.length; i++) {
    const wanted = begins[i] + offset
    let step = 1
    while (o + step < end && papers[o + step] * PLACES + places[o + step] <= wanted) {
      o += step
      step *= 2
    }
    for (; step >= 1; step >>= 1) {
      if (o + step < end && papers[o + step] * PLACES + places[o + step] <= wanted) o += step
    }
    if (papers[o] * PLACES + places[o] === wanted) kept[i] = 1
  }
}

/** The papers of some beginnings, ascending; `weight`: what one at a place counts. */
export function groupByPaper(begins: Float64Array, weight: (place: number) => number): PhraseHits {
  const hits = { papers: new Int32Array(begins.length), weights: new Int32Array(begins.length) }
  let size = 0
  for (const begin of begins) {
    const paper = Math.floor(begin / PLACES)
    const more = weight(begin - paper * PLACES)
    if (more === 0) continue
    if (size > 0 && hits.papers[size - 1] === paper) hits.weights[size - 1] += more
    else {
      hits.papers[size] = paper
      hits.weights[size++] = more
    }
  }
  return { papers: hits.papers.subarray(0, size), weights: hits.weights.subarray(0, size) }
}
