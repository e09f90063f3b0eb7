import { compareCodePoints } from '../../../shared/paper.ts'
import type { TrendField } from '../../../shared/trend.ts'
import { inflectionStem } from '../text/stem.ts'
import { indexedWord } from './field-words.ts'
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
  weights: Float64Array
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
  if (order.length === 0 || order[0].size === 0) return groupByPaper(new Float64Array(0), weight)
  let begins = beginnings(index, order[0].numbers, order[0].offset)
  for (const { numbers, offset } of order.slice(1)) begins = keepBeside(index, begins, numbers, offset)
  return groupByPaper(begins, weight)
}

function occurrencesOf({ starts }: TextIndex, words: readonly number[]): number {
  return words.reduce((sum, w) => sum + starts[w + 1] - starts[w], 0)
}

function countPapers(index: TextIndex, words: readonly number[], weight: (place: number) => number): PhraseHits {
  const { starts, papers, places } = index
  const [inTitle, inAbstract] = [weight(0), weight(ABSTRACT_START)]
  const sums = new Float64Array(index.ids.length)
  for (const w of words) {
    for (let o = starts[w]; o < starts[w + 1]; o++) sums[papers[o]] += places[o] < ABSTRACT_START ? inTitle : inAbstract
  }
  let size = 0
  for (let paper = 0; paper < sums.length; paper++) if (sums[paper] > 0) size++
  const hits = { papers: new Int32Array(size), weights: new Float64Array(size) }
  let at = 0
  for (let paper = 0; paper < sums.length; paper++) {
    if (sums[paper] === 0) continue
    hits.papers[at] = paper
    hits.weights[at++] = sums[paper]
  }
  return hits
}

function groupByPaper(begins: Float64Array, weight: (place: number) => number): PhraseHits {
  const papers: number[] = []
  const weights: number[] = []
  for (const begin of begins) {
    const paper = Math.floor(begin / PLACES)
    const more = weight(begin - paper * PLACES)
    if (more === 0) continue
    if (papers.at(-1) === paper) weights[weights.length - 1] += more
    else {
      papers.push(paper)
      weights.push(more)
    }
  }
  return { papers: Int32Array.from(papers), weights: Float64Array.from(weights) }
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

function placesOfWord({ starts, papers, places }: TextIndex, word: number, offset: number): Float64Array {
  const [from, to] = [starts[word], starts[word + 1]]
  const begins = new Float64Array(to - from)
  for (let o = from; o < to; o++) begins[o - from] = papers[o] * PLACES + places[o] - offset
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

/** Numbers of the index's words that a word of the query stands for, ascending; `field` null for the running text. */
function wordsMeant(index: TextIndex, field: PhraseClause['field'], { word, match }: QueryWord): number[] {
  const key = (text: string): string =>
    field === null || field === 'title' || field === 'abstract' ? text : indexedWord(field, text)
  if (match === 'exact') {
    const at = firstFrom(index.words, key(word))
    return index.words[at] === key(word) ? [at] : []
  }
  if (match === 'prefix') return from(index.words, key(word))
  const root = inflectionStem(word)
  const skip = key('').length
  // Inflections share their beginning: only those words need a look.
  return from(index.words, key(root.slice(0, Math.max(2, root.length - 1)))).filter(
    (w) => inflectionStem(index.words[w].slice(skip)) === root,
  )
}

/** Numbers of all words that begin with a prefix. */
function from(words: readonly string[], prefix: string): number[] {
  const list: number[] = []
  for (let w = firstFrom(words, prefix); w < words.length && words[w].startsWith(prefix); w++) list.push(w)
  return list
}

/** Number of the first word that does not sort before `word`. */
function firstFrom(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareCodePoints(words[middle], word) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of the beginnings (ascending) at which one of the words stands `offset` places on. */
function keepBeside(index: TextIndex, begins: Float64Array, words: readonly number[], offset: number): Float64Array {
  const { starts, papers, places } = index
  const kept = new Uint8Array(begins.length)
  let size = 0
  for (const w of words) {
    const end = starts[w + 1]
    let o = starts[w]
    for (let i = 0; i < begins.length && o < end; i++) {
      const wanted = begins[i] + offset
      // Steps that double, then halves: words are mostly far more frequent than what they stand beside.
      let step = 1
      while (o + step < end && papers[o + step] * PLACES + places[o + step] <= wanted) {
        o += step
        step *= 2
      }
      for (; step >= 1; step >>= 1) {
        if (o + step < end && papers[o + step] * PLACES + places[o + step] <= wanted) o += step
      }
      if (kept[i] === 0 && papers[o] * PLACES + places[o] === wanted) {
        kept[i] = 1
        size++
      }
    }
  }
  const both = new Float64Array(size)
  let at = 0
  for (let i = 0; i < begins.length; i++) if (kept[i] === 1) both[at++] = begins[i]
  return both
}
