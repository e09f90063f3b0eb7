import { TidemapError } from '../../../shared/error.ts'
import type { OccurrenceSource, Texts } from './occurrence-source.ts'
import { packPostings, planPostings, type PostingPlan, type PostingSource } from './postings.ts'
import { placeAmong } from './rank.ts'
import type { TextIndex } from './text-index.ts'

/** Version of the file's layout and of what is in it; another one is built anew. */
export const TEXT_INDEX_VERSION = 6

/** A file, or what stands for one. */
export interface IndexBytes {
  readonly size: number
  /** Bytes `from` up to, not including, `to`, in an array of their own that begins at a multiple of 8 of its buffer. */
  read(from: number, to: number): Uint8Array
}

const MAGIC = `tidemap text index ${TEXT_INDEX_VERSION}`

type Kind = keyof typeof TYPES
const TYPES = { int32: Int32Array, uint16: Uint16Array, uint8: Uint8Array } as const

/** What is in the file, in its order; what most queries read only little of comes last. */
const SECTIONS = {
  ids: 'uint8',
  idStarts: 'int32',
  words: 'uint8',
  wordStarts: 'int32',
  /** Words that are shown otherwise than they are, and how. */
  shownWords: 'uint8',
  shownWordStarts: 'int32',
  shownForms: 'uint8',
  shownFormStarts: 'int32',
  joined: 'uint8',
  begins: 'int32',
  counts: 'int32',
  termStarts: 'int32',
  termWords: 'int32',
  termUsual: 'int32',
  termPapers: 'int32',
  titleWords: 'uint16',
  abstractWords: 'uint16',
  firstDay: 'int32',
  lastDay: 'int32',
  precision: 'uint8',
  hasAbstract: 'uint8',
  /** Words with postings, and where these begin in the sections further on. */
  postedWords: 'int32',
  postingStarts: 'int32',
  gapStarts: 'int32',
  papers: 'int32',
  places: 'uint16',
  isPart: 'uint8',
  gaps: 'uint8',
  titleCounts: 'uint8',
  abstractCounts: 'uint8',
} as const satisfies Record<string, Kind>

type Name = keyof typeof SECTIONS
type ArrayOf<N extends Name> = { int32: Int32Array; uint16: Uint16Array; uint8: Uint8Array }[(typeof SECTIONS)[N]]
const NAMES = Object.keys(SECTIONS) as Name[]
/** Sections of postings, which are made word by word while they are written. */
const POSTED = { gaps: 'gaps', titleCounts: 'titles', abstractCounts: 'abstracts' } as const
type Posted = keyof typeof POSTED

/**
 * The index as pieces of a file: Uint32 length of a JSON head, the head, then the arrays in their order, each from a multiple of 8.
 * Texts are UTF-8, one after the other, with the places where they begin (and the last ends) in UTF-16 units.
 */
export function* writeTextIndex(index: TextIndex): Generator<Uint8Array> {
  const { occurrences, terms } = index
  const [ids, words] = [packed(index.ids), packed(index.words)]
  const [shownWords, shownForms] = [packed([...index.shown.keys()]), packed([...index.shown.values()])]
  const plan = planPostings(index)
  const arrays: { [N in Exclude<Name, Posted>]: ArrayOf<N> } = {
    ids: ids.bytes,
    idStarts: ids.starts,
    words: words.bytes,
    wordStarts: words.starts,
    shownWords: shownWords.bytes,
    shownWordStarts: shownWords.starts,
    shownForms: shownForms.bytes,
    shownFormStarts: shownForms.starts,
    joined: index.joined,
    begins: index.begins,
    counts: index.counts,
    termStarts: terms.starts,
    termWords: terms.words,
    termUsual: terms.usual,
    termPapers: terms.papers,
    titleWords: index.titleWords,
    abstractWords: index.abstractWords,
    firstDay: index.firstDay,
    lastDay: index.lastDay,
    precision: index.precision,
    hasAbstract: index.hasAbstract,
    postedWords: plan.words,
    postingStarts: plan.starts,
    gapStarts: plan.gapStarts,
    papers: occurrences.papers(0, occurrences.size),
    places: occurrences.places(0, occurrences.size),
    isPart: occurrences.isPart(0, occurrences.size),
  }
  const postings = plan.starts.at(-1)!
  const posted: Record<Posted, number> = {
    gaps: plan.gapStarts.at(-1)!,
    titleCounts: postings,
    abstractCounts: postings,
  }
  const lengths = Object.fromEntries(NAMES.map((name) => [name, isPosted(name) ? posted[name] : arrays[name].length]))
  const head = encodeUtf8(JSON.stringify({ magic: MAGIC, lengths }))
  const begin = new Uint8Array(align(4 + head.length))
  new DataView(begin.buffer).setUint32(0, head.length, true)
  begin.set(head, 4)
  yield begin
  for (const name of NAMES) {
    let size = 0
    for (const piece of isPosted(name) ? postedPieces(index, plan, name) : [arrays[name]]) {
      const { buffer, byteOffset, byteLength } = piece
      yield new Uint8Array(buffer, byteOffset, byteLength)
      size += byteLength
    }
    yield new Uint8Array(align(size) - size)
  }
}

function* postedPieces(index: TextIndex, plan: PostingPlan, name: Posted): Generator<Uint8Array> {
  for (const postings of packPostings(index, plan)) yield postings[POSTED[name]]
}

const isPosted = (name: Name): name is Posted => name in POSTED

/**
 * Reads what `writeTextIndex` wrote, but for the occurrences: those are read word by word as they are asked for, so that a large index is
 * ready at once and takes little memory. Throws `internal` on anything else.
 */
export function readTextIndex(source: IndexBytes): TextIndex {
  const headLength = source.size < 4 ? -1 : numbersIn(source.read(0, 4)).getUint32(0, true)
  if (headLength < 2 || headLength + 4 > source.size) throw new TidemapError('internal', 'text index cut short')
  const head = JSON.parse(decodeUtf8(source.read(4, 4 + headLength))) as {
    magic: string
    lengths: Record<Name, number>
  }
  if (head.magic !== MAGIC) throw new TidemapError('internal', `unknown text index: ${head.magic}`)
  const begins = new Map<Name, number>()
  let end = align(4 + headLength)
  for (const name of NAMES) {
    begins.set(name, end)
    end = align(end + head.lengths[name] * TYPES[SECTIONS[name]].BYTES_PER_ELEMENT)
  }
  if (end > source.size) throw new TidemapError('internal', 'text index cut short')

  const take: Take = <N extends Name>(name: N, from = 0, to = head.lengths[name]): ArrayOf<N> => {
    const type = TYPES[SECTIONS[name]]
    const at = begins.get(name)!
    const bytes = source.read(at + from * type.BYTES_PER_ELEMENT, at + to * type.BYTES_PER_ELEMENT)
    return new type(bytes.buffer as ArrayBuffer, bytes.byteOffset, to - from) as ArrayOf<N>
  }
  const occurrences: OccurrenceSource = {
    size: head.lengths.papers,
    papers: (from, to) => take('papers', from, to),
    places: (from, to) => take('places', from, to),
    isPart: (from, to) => take('isPart', from, to),
  }
  let shown: ReadonlyMap<string, string> | undefined
  return {
    ids: unpacked(take('ids'), take('idStarts')),
    words: unpacked(take('words'), take('wordStarts')),
    // Only comparisons and names ask for it.
    get shown() {
      if (shown !== undefined) return shown
      const forms = unpacked(take('shownForms'), take('shownFormStarts'))
      const others = unpacked(take('shownWords'), take('shownWordStarts'))
      shown = new Map(Array.from({ length: forms.length }, (_, i) => [others.at(i)!, forms.at(i)!]))
      return shown
    },
    joined: take('joined'),
    begins: take('begins'),
    counts: take('counts'),
    occurrences,
    terms: {
      starts: take('termStarts'),
      words: take('termWords'),
      usual: take('termUsual'),
      papers: take('termPapers'),
    },
    titleWords: take('titleWords'),
    abstractWords: take('abstractWords'),
    firstDay: take('firstDay'),
    lastDay: take('lastDay'),
    precision: take('precision'),
    hasAbstract: take('hasAbstract'),
    postings: postingSource(take),
  }
}

type Take = <N extends Name>(name: N, from?: number, to?: number) => ArrayOf<N>

function postingSource(take: Take): PostingSource | null {
  const words = take('postedWords')
  const [starts, gapStarts] = [take('postingStarts'), take('gapStarts')]
  if (words.length === 0) return null
  return {
    of(word) {
      const at = placeAmong(words, word)
      if (at < 0) return null
      const [from, to] = [starts[at], starts[at + 1]]
      return {
        size: to - from,
        gaps: take('gaps', gapStarts[at], gapStarts[at + 1]),
        titles: take('titleCounts', from, to),
        abstracts: take('abstractCounts', from, to),
      }
    },
  }
}

/** A whole file in memory. */
export function heldBytes(bytes: Uint8Array): IndexBytes {
  return { size: bytes.length, read: (from, to) => bytes.slice(from, to) }
}

function packed(texts: Texts): { bytes: Uint8Array; starts: Int32Array } {
  const all = Array.from({ length: texts.length }, (_, i) => texts.at(i)!)
  const starts = new Int32Array(all.length + 1)
  all.forEach((text, i) => (starts[i + 1] = starts[i] + text.length))
  return { bytes: encodeUtf8(all.join('')), starts }
}

/** Held as one text, of which the others are cut when they are asked for. */
function unpacked(bytes: Uint8Array, starts: Int32Array): Texts {
  const whole = decodeUtf8(bytes)
  const length = starts.length - 1
  return { length, at: (place) => (place < length ? whole.slice(starts[place], starts[place + 1]) : undefined) }
}

const align = (at: number): number => Math.ceil(at / 8) * 8
const numbersIn = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

// TextEncoder belongs to Node and browsers, not to the language, and this folder knows neither.
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }
const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
