import { compareCodePoints } from '../../../shared/paper.ts'
import type { TrendField } from '../../../shared/trend.ts'
import { inflectionStem } from '../text/stem.ts'
import { indexedWord } from './field-words.ts'
import type { Texts } from './occurrence-source.ts'
import { firstNotBelow } from './join-hits.ts'
import type { QueryWord } from './query-word.ts'
import type { PhraseClause } from './query.ts'
import { ABSTRACT_START, type TextIndex } from './text-index.ts'

/** A word of the title counts as so many of the abstract. */
export const TITLE_WEIGHT = 2

/** The papers that hold a phrase. */
export interface PhraseHits {
  /** Numbers of the papers, ascending. */
  papers: Int32Array
  /** For each of them: times that it holds the phrase, those in the title counting twice. */
  weights: Int32Array
}

const PLACES = 65536

/** Papers that hold a phrase in one of the fields (its own field, where it names one). */
export function findPhrase(
  index: TextIndex,
  { words, field }: PhraseClause,
  fields: readonly TrendField[],
): PhraseHits {
  const asked: readonly string[] = field === null ? fields : [field]
  const isText = field === null || field === 'title' || field === 'abstract'
  const inTitle = isText && asked.includes('title') ? TITLE_WEIGHT : 0
  const weight = (place: number): number => {
    if (!isText) return 1
    return place < ABSTRACT_START ? inTitle : asked.includes('abstract') ? 1 : 0
  }
  const meant = words.map((word) => wordsMeant(index, isText ? null : field, word))
  if (meant.length === 1) return countPapers(index, meant[0], weight)
  // The rarest word first: of the others only the places beside it are looked up.
  const order = meant
    .map((numbers, i) => ({ numbers, offset: words[i].offset, size: occurrencesOf(index, numbers) }))
    .sort((a, b) => a.size - b.size)
  if (order.length === 0 || order[0].size === 0) return NO_HITS
  let begins = beginnings(index, order[0].numbers, order[0].offset)
  for (const { numbers, offset } of order.slice(1)) begins = keepBeside(index, begins, numbers, offset)
  return groupByPaper(begins, weight)
}

function occurrencesOf({ counts }: TextIndex, words: readonly number[]): number {
  return words.reduce((sum, w) => sum + counts[w], 0)
}

function countPapers(index: TextIndex, words: readonly number[], weight: (place: number) => number): PhraseHits {
  const [inTitle, inAbstract] = [weight(0), weight(ABSTRACT_START)]
  const lists = words.map((w) => occurrencesOfWord(index, w))
  // Of the forms of a word one is mostly far more frequent than all others: it comes last.
  if (lists.length <= FEW_FORMS)
    return lists
      .sort((a, b) => a.papers.length - b.papers.length)
      .reduce((all, { papers, places }) => joinHits(runsOf(papers, places, inTitle, inAbstract), all), NO_HITS)
  const sums = new Int32Array(index.ids.length)
  for (const { papers, places } of lists) addUp(sums, papers, places, inTitle, inAbstract)
  let size = 0
  for (let paper = 0; paper < sums.length; paper++) if (sums[paper] > 0) size++
  const hits = { papers: new Int32Array(size), weights: new Int32Array(size) }
  let at = 0
  for (let paper = 0; paper < sums.length; paper++) {
    if (sums[paper] === 0) continue
    hits.papers[at] = paper
    hits.weights[at++] = sums[paper]
  }
  return hits
}

const NO_HITS: PhraseHits = { papers: new Int32Array(0), weights: new Int32Array(0) }

function addUp(sums: Int32Array, papers: Int32Array, places: Uint16Array, inTitle: number, inAbstract: number): void {
  const end = papers.length
  for (let o = 0; o < end; o++) sums[papers[o]] += places[o] < ABSTRACT_START ? inTitle : inAbstract
}

/** The occurrences of one word, whose papers ascend, paper by paper. */
function runsOf(papers: Int32Array, places: Uint16Array, inTitle: number, inAbstract: number): PhraseHits {
  const end = papers.length
  const found = new Int32Array(end + 1)
  const weights = new Int32Array(end + 1)
  let last = -1
  let sum = 0
  let size = 0
  for (let o = 0; o < end; o++) {
    const paper = papers[o]
    const more = places[o] < ABSTRACT_START ? inTitle : inAbstract
    if (paper === last) {
      sum += more
      continue
    }
    found[size] = last
    weights[size] = sum
    if (sum > 0) size++
    last = paper
    sum = more
  }
  found[size] = last
  weights[size] = sum
  if (sum > 0) size++
  return { papers: found.subarray(0, size), weights: weights.subarray(0, size) }
}

/** So many times as long, a list is better copied in stretches than looked at paper by paper. */
const FAR_LONGER = 32

/** Papers of either of two lists, of which the second is mostly far shorter; weights add up. */
function joinHits(a: PhraseHits, b: PhraseHits): PhraseHits {
  if (a.papers.length === 0) return b
  if (b.papers.length === 0) return a
  const [inA, inB] = [a.papers, b.papers]
  const most = inA.length + inB.length
  const papers = new Int32Array(most)
  const weights = new Int32Array(most)
  const isFarLonger = inA.length > FAR_LONGER * inB.length
  let size = 0
  let i = 0
  for (let j = 0; j <= inB.length; j++) {
    const paper = j < inB.length ? inB[j] : Infinity
    if (isFarLonger) {
      const end = firstNotBelow(inA, i, paper)
      papers.set(inA.subarray(i, end), size)
      weights.set(a.weights.subarray(i, end), size)
      size += end - i
      i = end
    } else {
      for (; i < inA.length && inA[i] < paper; i++) {
        papers[size] = inA[i]
        weights[size++] = a.weights[i]
      }
    }
    if (j === inB.length) break
    const isInBoth = i < inA.length && inA[i] === paper
    papers[size] = paper
    weights[size++] = b.weights[j] + (isInBoth ? a.weights[i++] : 0)
  }
  return { papers: papers.subarray(0, size), weights: weights.subarray(0, size) }
}

function groupByPaper(begins: Float64Array, weight: (place: number) => number): PhraseHits {
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

/** Where the phrase of a word begins, for each occurrence of the word, sorted and each once: paper × 65536 + place − offset. */
function beginnings(index: TextIndex, words: readonly number[], offset: number): Float64Array {
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

function placesOfWord(index: TextIndex, word: number, offset: number): Float64Array {
  const { papers, places } = occurrencesOfWord(index, word)
  const begins = new Float64Array(papers.length)
  for (let o = 0; o < begins.length; o++) begins[o] = papers[o] * PLACES + places[o] - offset
  return begins
}

interface WordOccurrences {
  papers: Int32Array
  places: Uint16Array
}

function occurrencesOfWord({ begins, counts, occurrences }: TextIndex, word: number): WordOccurrences {
  const [from, to] = [begins[word], begins[word] + counts[word]]
  return { papers: occurrences.papers(from, to), places: occurrences.places(from, to) }
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

/** Numbers of the index's words that a word of the query stands for, ascending; `field` null for the running text. */
function wordsMeant(index: TextIndex, field: PhraseClause['field'], { word, match }: QueryWord): number[] {
  const key = (text: string): string =>
    field === null || field === 'title' || field === 'abstract' ? text : indexedWord(field, text)
  if (match === 'exact') {
    const at = firstFrom(index.words, key(word))
    return index.words.at(at) === key(word) ? [at] : []
  }
  if (match === 'prefix') return from(index.words, key(word))
  const root = inflectionStem(word)
  const skip = key('').length
  // Inflections share their beginning: only those words need a look.
  return from(index.words, key(root.slice(0, Math.max(2, root.length - 1)))).filter(
    (w) => inflectionStem(index.words.at(w)!.slice(skip)) === root,
  )
}

/** Numbers of all words that begin with a prefix. */
function from(words: Texts, prefix: string): number[] {
  const list: number[] = []
  for (let w = firstFrom(words, prefix); w < words.length && words.at(w)!.startsWith(prefix); w++) list.push(w)
  return list
}

/** Number of the first word that does not sort before `word`. */
function firstFrom(words: Texts, word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareCodePoints(words.at(middle)!, word) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of the beginnings (ascending) at which one of the words stands `offset` places on. */
function keepBeside(index: TextIndex, begins: Float64Array, words: readonly number[], offset: number): Float64Array {
  const kept = new Uint8Array(begins.length)
  for (const w of words) {
    const own = occurrencesOfWord(index, w)
    // The rarer one tells where to look: words are mostly far more frequent, or far rarer, than what they stand beside.
    if (own.papers.length < begins.length) markFromWord(kept, begins, own, offset)
    else markFromBegins(kept, begins, own, offset)
  }
  let size = 0
  for (const one of kept) size += one
  const both = new Float64Array(size)
  let at = 0
  for (let i = 0; i < begins.length; i++) if (kept[i] === 1) both[at++] = begins[i]
  return both
}

function markFromWord(
  kept: Uint8Array,
  begins: Float64Array,
  { papers, places }: WordOccurrences,
  offset: number,
): void {
  let i = 0
  for (let o = 0; o < papers.length; o++) {
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
