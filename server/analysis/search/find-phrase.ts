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
  // An occurrence of the phrase is the paper and the place where it would begin, as one number.
  let begins: Float64Array | null = null
  for (const [i, numbers] of meant.entries()) {
    const own = beginnings(index, numbers, words[i].offset)
    begins = begins === null ? own : intersect(begins, own)
    if (begins.length === 0) break
  }
  return groupByPaper(begins ?? new Float64Array(0), weight)
}

function countPapers(index: TextIndex, words: readonly number[], weight: (place: number) => number): PhraseHits {
  const sums = new Float64Array(index.ids.length)
  for (const w of words) {
    for (let o = index.starts[w]; o < index.starts[w + 1]; o++) sums[index.papers[o]] += weight(index.places[o])
  }
  let size = 0
  for (const sum of sums) if (sum > 0) size++
  const hits = { papers: new Int32Array(size), weights: new Float64Array(size) }
  let at = 0
  sums.forEach((sum, paper) => {
    if (sum === 0) return
    hits.papers[at] = paper
    hits.weights[at++] = sum
  })
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

/** Where the phrase of a word begins, for each occurrence of the word, sorted: paper × 65536 + place − offset. */
function beginnings(index: TextIndex, words: readonly number[], offset: number): Float64Array {
  let size = 0
  for (const w of words) size += index.starts[w + 1] - index.starts[w]
  const begins = new Float64Array(size)
  let at = 0
  for (const w of words) {
    for (let o = index.starts[w]; o < index.starts[w + 1]; o++)
      begins[at++] = index.papers[o] * PLACES + index.places[o] - offset
  }
  return words.length > 1 ? begins.sort() : begins
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

function intersect(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(Math.min(a.length, b.length))
  let size = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      both[size++] = a[i++]
      j++
    } else if (a[i] < b[j]) i++
    else j++
  }
  return both.subarray(0, size)
}
