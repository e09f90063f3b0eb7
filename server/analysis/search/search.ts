import { compareCodePoints } from '../../../shared/paper.ts'
import type { TrendField } from '../../../shared/trend.ts'
import { inflectionStem } from '../text/stem.ts'
import { parseQuery, type QueryPhrase, type QueryWord } from './query.ts'
import { ABSTRACT_START, type TextIndex } from './text-index.ts'

/**
 * Numbers (ascending) of the papers that match a query (`parseQuery` says how it is written), looked for in `fields`.
 * Throws `bad-request` for a query without a word.
 */
export function matchQuery(index: TextIndex, query: string, fields: readonly TrendField[]): Int32Array {
  const found = new Uint8Array(index.ids.length)
  for (const phrases of parseQuery(query)) {
    const marks = new Uint8Array(index.ids.length)
    const wanted = phrases.filter(({ without }) => !without)
    for (const phrase of wanted) for (const paper of papersWith(index, phrase, fields)) marks[paper]++
    const banned = phrases.filter(({ without }) => without)
    for (const phrase of banned) for (const paper of papersWith(index, phrase, fields)) marks[paper] = 0
    for (let paper = 0; paper < marks.length; paper++) if (marks[paper] === wanted.length) found[paper] = 1
  }
  const matches: number[] = []
  for (let paper = 0; paper < found.length; paper++) if (found[paper] === 1) matches.push(paper)
  return Int32Array.from(matches)
}

/** Distinct papers that hold a phrase in one of the fields, ascending. */
function papersWith(index: TextIndex, phrase: QueryPhrase, fields: readonly TrendField[]): number[] {
  const inTitle = phrase.field === null ? fields.includes('title') : phrase.field === 'title'
  const inAbstract = phrase.field === null ? fields.includes('abstract') : phrase.field === 'abstract'
  // An occurrence of the phrase is the paper and the place where it would begin, as one number.
  let begins: Float64Array | null = null
  for (const word of phrase.words) {
    const own = occurrences(index, word)
    begins = begins === null ? own : intersect(begins, own)
    if (begins.length === 0) return []
  }
  const papers: number[] = []
  for (const begin of begins ?? []) {
    const paper = Math.floor(begin / PLACES)
    const place = begin - paper * PLACES
    if (!(place < ABSTRACT_START ? inTitle : inAbstract)) continue
    if (papers[papers.length - 1] !== paper) papers.push(paper)
  }
  return papers
}

const PLACES = 65536

/** Where the phrase of a word begins, for each occurrence of the word, sorted: paper × 65536 + place − offset. */
function occurrences(index: TextIndex, word: QueryWord): Float64Array {
  const words = wordsMeant(index, word)
  let size = 0
  for (const w of words) size += index.starts[w + 1] - index.starts[w]
  const begins = new Float64Array(size)
  let at = 0
  for (const w of words) {
    for (let o = index.starts[w]; o < index.starts[w + 1]; o++)
      begins[at++] = index.papers[o] * PLACES + index.places[o] - word.offset
  }
  return words.length > 1 ? begins.sort() : begins
}

/** Numbers of the index's words that a word of the query stands for, ascending. */
function wordsMeant(index: TextIndex, { word, match }: QueryWord): number[] {
  if (match === 'exact') {
    const at = firstFrom(index.words, word)
    return index.words[at] === word ? [at] : []
  }
  if (match === 'prefix') return from(index.words, word)
  const root = inflectionStem(word)
  // Inflections share their beginning: only those words need a look.
  return from(index.words, root.slice(0, Math.max(2, root.length - 1))).filter(
    (w) => inflectionStem(index.words[w]) === root,
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
