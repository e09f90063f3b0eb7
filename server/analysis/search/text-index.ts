import { TidemapError } from '../../../shared/error.ts'
import { compareCodePoints, type Paper } from '../../../shared/paper.ts'
import { dateSpan } from '../../../shared/period.ts'
import { cleanText } from '../text/clean.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { AFTER_HYPHEN, tokenize } from '../text/tokenize.ts'

/** Places from here on are in the abstract; a title's words beyond the thousandth are not indexed. */
export const ABSTRACT_START = 1024
const LAST_PLACE = 65535

/** `precision` of a paper's date in the index. */
export const PRECISIONS = ['none', 'year', 'month', 'day'] as const

/**
 * The words of a collection with their places, ready to answer queries, and the dates to count them by.
 * Papers are numbered in order of id (code point). Made by `buildTextIndex`.
 */
export interface TextIndex {
  /** Ids of the papers, sorted by code point; a paper's number is its place here. */
  readonly ids: readonly string[]
  /** Lower-case words, sorted by code point; stop words are left out, but keep their place. */
  readonly words: readonly string[]
  /** Word → 1 where it stands nowhere by itself: the two sides of a hyphen in one (`pre-training` → `pretraining`). */
  readonly joined: Uint8Array
  /** Where the occurrences of word w start: length words + 1. */
  readonly starts: Int32Array
  /** Occurrence → number of its paper, ascending within a word. */
  readonly papers: Int32Array
  /** Occurrence → place of the word in the paper: title words from 0, abstract words from ABSTRACT_START. */
  readonly places: Uint16Array
  /** Paper → first and last day that its date may mean (days since 1970-01-01); 0 where `precision` is 0. */
  readonly firstDay: Int32Array
  readonly lastDay: Int32Array
  /** Paper → index into PRECISIONS. */
  readonly precision: Uint8Array
  /** Paper → 1 where it has an abstract. */
  readonly hasAbstract: Uint8Array
}

/** Builds the index of papers sorted by id. */
export function buildTextIndex(papers: readonly Paper[]): TextIndex {
  const numbers = new Map<string, number>()
  const alone = new Set<string>()
  const words: string[] = []
  const counts: number[] = []
  // First every occurrence in reading order, then sorted by word with a counting sort.
  let occurrences = 0
  let wordOf = new Int32Array(1 << 16)
  let paperOf = new Int32Array(1 << 16)
  let placeOf = new Uint16Array(1 << 16)
  const add = (word: string, paper: number, place: number): void => {
    let number = numbers.get(word)
    if (number === undefined) {
      number = words.length
      numbers.set(word, number)
      words.push(word)
      counts.push(0)
    }
    if (occurrences === wordOf.length) {
      wordOf = doubled(wordOf, new Int32Array(occurrences * 2))
      paperOf = doubled(paperOf, new Int32Array(occurrences * 2))
      placeOf = doubled(placeOf, new Uint16Array(occurrences * 2))
    }
    counts[number]++
    wordOf[occurrences] = number
    paperOf[occurrences] = paper
    placeOf[occurrences++] = place
  }
  const addField = (text: string, paper: number, from: number, to: number): void => {
    let place = from
    let previous = ''
    tokenize(cleanText(text), (token, flags) => {
      const word = token.toLowerCase()
      if (place >= to) return
      if (!STOP_WORDS.has(word)) {
        add(word, paper, place)
        alone.add(word)
      }
      // `pre-training` is also found as `pretraining`.
      if ((flags & AFTER_HYPHEN) !== 0 && previous !== '') add(previous + word, paper, place)
      previous = word
      place++
    })
  }
  const n = papers.length
  const firstDay = new Int32Array(n)
  const lastDay = new Int32Array(n)
  const precision = new Uint8Array(n)
  const hasAbstract = new Uint8Array(n)
  papers.forEach((paper, i) => {
    addField(paper.title, i, 0, ABSTRACT_START)
    if (paper.abstract !== null) {
      addField(paper.abstract, i, ABSTRACT_START, LAST_PLACE)
      hasAbstract[i] = 1
    }
    if (paper.date === null) return
    const span = dateSpan(paper.date)
    firstDay[i] = span.first
    lastDay[i] = span.last
    precision[i] = PRECISIONS.indexOf(span.precision)
  })

  const order = words.map((_, i) => i).sort((a, b) => compareCodePoints(words[a], words[b]))
  const starts = new Int32Array(words.length + 1)
  const next = new Int32Array(words.length)
  order.forEach((word, i) => {
    next[word] = starts[i]
    starts[i + 1] = starts[i] + counts[word]
  })
  const sortedPapers = new Int32Array(occurrences)
  const places = new Uint16Array(occurrences)
  for (let i = 0; i < occurrences; i++) {
    const to = next[wordOf[i]]++
    sortedPapers[to] = paperOf[i]
    places[to] = placeOf[i]
  }
  return {
    ids: papers.map(({ id }) => id),
    words: order.map((word) => words[word]),
    joined: Uint8Array.from(order, (word) => (alone.has(words[word]) ? 0 : 1)),
    starts,
    papers: sortedPapers,
    places,
    firstDay,
    lastDay,
    precision,
    hasAbstract,
  }
}

function doubled<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from)
  return to
}

const MAGIC = 'tidemap text index 2'
const ARRAYS = ['starts', 'papers', 'firstDay', 'lastDay', 'places', 'precision', 'hasAbstract', 'joined'] as const

/** The index as bytes for a file: Uint32 length of a JSON head, the head, then the arrays, each from a multiple of 8. */
export function writeTextIndex(index: TextIndex): Uint8Array {
  const lengths = Object.fromEntries(ARRAYS.map((name) => [name, index[name].length]))
  const head = encodeUtf8(JSON.stringify({ magic: MAGIC, ids: index.ids, words: index.words, lengths }))
  let size = align(4 + head.length)
  for (const name of ARRAYS) size = align(size + index[name].byteLength)
  const bytes = new Uint8Array(size)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  let at = align(4 + head.length)
  for (const name of ARRAYS) {
    const array = index[name]
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at = align(at + array.byteLength)
  }
  return bytes
}

/** Reads what `writeTextIndex` wrote; the arrays are views where the bytes allow. Throws `internal` on anything else. */
export function readTextIndex(source: Uint8Array): TextIndex {
  // Typed arrays must start at a multiple of their width.
  const bytes = source.byteOffset % 8 === 0 ? source : source.slice()
  const headLength = bytes.length < 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (headLength < 2 || headLength + 4 > bytes.length) throw new TidemapError('internal', 'text index cut short')
  const head = JSON.parse(decodeUtf8(bytes.subarray(4, 4 + headLength))) as {
    magic: string
    ids: string[]
    words: string[]
    lengths: Record<(typeof ARRAYS)[number], number>
  }
  if (head.magic !== MAGIC) throw new TidemapError('internal', `unknown text index: ${head.magic}`)
  let at = bytes.byteOffset + align(4 + headLength)
  const take = <T extends { byteLength: number }>(
    type: new (buffer: ArrayBufferLike, at: number, length: number) => T,
    length: number,
  ): T => {
    const array = new type(bytes.buffer, at, length)
    at = bytes.byteOffset + align(at - bytes.byteOffset + array.byteLength)
    return array
  }
  return {
    ids: head.ids,
    words: head.words,
    starts: take(Int32Array, head.lengths.starts),
    papers: take(Int32Array, head.lengths.papers),
    firstDay: take(Int32Array, head.lengths.firstDay),
    lastDay: take(Int32Array, head.lengths.lastDay),
    places: take(Uint16Array, head.lengths.places),
    precision: take(Uint8Array, head.lengths.precision),
    hasAbstract: take(Uint8Array, head.lengths.hasAbstract),
    joined: take(Uint8Array, head.lengths.joined),
  }
}

const align = (at: number): number => Math.ceil(at / 8) * 8

// TextEncoder belongs to Node and browsers, not to the language, and this folder knows neither.
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }
const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
