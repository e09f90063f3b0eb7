import { TidemapError } from '../../../shared/error.ts'
import type { TextIndex } from './text-index.ts'

/** Version of the file's layout and of what is in it; another one is built anew. */
export const TEXT_INDEX_VERSION = 4

const MAGIC = `tidemap text index ${TEXT_INDEX_VERSION}`
const ARRAYS = [
  'starts',
  'papers',
  'firstDay',
  'lastDay',
  'places',
  'titleWords',
  'abstractWords',
  'isPart',
  'precision',
  'hasAbstract',
  'joined',
] as const

/** The index as bytes for a file: Uint32 length of a JSON head, the head, then the arrays, each from a multiple of 8. */
export function writeTextIndex(index: TextIndex): Uint8Array {
  const lengths = Object.fromEntries(ARRAYS.map((name) => [name, index[name].length]))
  const { ids, words, shown } = index
  const head = encodeUtf8(JSON.stringify({ magic: MAGIC, ids, words, shown: [...shown], lengths }))
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
    shown: [string, string][]
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
  // In the order of ARRAYS.
  return {
    ids: head.ids,
    words: head.words,
    shown: new Map(head.shown),
    starts: take(Int32Array, head.lengths.starts),
    papers: take(Int32Array, head.lengths.papers),
    firstDay: take(Int32Array, head.lengths.firstDay),
    lastDay: take(Int32Array, head.lengths.lastDay),
    places: take(Uint16Array, head.lengths.places),
    titleWords: take(Uint16Array, head.lengths.titleWords),
    abstractWords: take(Uint16Array, head.lengths.abstractWords),
    isPart: take(Uint8Array, head.lengths.isPart),
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
