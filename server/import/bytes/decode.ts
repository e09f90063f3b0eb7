import { Buffer } from 'node:buffer'
import { TidemapError } from '../../../shared/error.ts'
import { refuseBinary, refuseNul } from './binary.ts'
import { firstBadUtf8, Utf8Decoder } from './utf8.ts'
import { peek } from './unpack.ts'

const ENCODINGS = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'latin1'] as const
export type Encoding = Exclude<(typeof ENCODINGS)[number], 'auto'>

const SPELLINGS: Record<string, (typeof ENCODINGS)[number]> = {
  '': 'auto',
  auto: 'auto',
  utf8: 'utf-8',
  ascii: 'utf-8',
  usascii: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  latin1: 'latin1',
  iso88591: 'latin1',
  windows1252: 'latin1',
  cp1252: 'latin1',
}

/** Bytes that are looked at before anything is read, and those of them in which a NUL says that this is no text. */
const HEAD_BYTES = 1 << 17
const NUL_BYTES = 8192

export interface OpenedText {
  encoding: Encoding
  /** The first part of the text, as `textOf` would give it. */
  head: string
  /** All bytes, from the start. */
  bytes: AsyncGenerator<Uint8Array>
}

/**
 * Finds out how a text is written. A byte order mark decides; else the choice does; else it is UTF-8, and a byte that is not
 * refuses the file with its line. `latin1` is windows-1252, as on the web, and takes any byte.
 */
export async function openText(bytes: AsyncIterable<Uint8Array>, choice = 'auto'): Promise<OpenedText> {
  const spelled = SPELLINGS[choice.toLowerCase().replaceAll(/[-_ ]/g, '')]
  if (spelled === undefined) {
    throw new TidemapError('bad-request', `unknown encoding: ${choice}`, { hint: `one of ${ENCODINGS.join(', ')}` })
  }
  const { head, rest } = await peek(bytes, HEAD_BYTES)
  refuseBinary(head)
  const encoding = byteOrderMark(head) ?? (spelled === 'auto' ? 'utf-8' : spelled)
  if (encoding === 'utf-8' || encoding === 'latin1') refuseNul(head.subarray(0, NUL_BYTES))
  const first = await textOf(once(head), encoding).next()
  return { encoding, head: first.done === true ? '' : first.value, bytes: rest }
}

async function* once<T>(one: T): AsyncGenerator<T> {
  yield one
}

/** The text of bytes in pieces: no byte order mark, every line end is `\n`. Throws `unprocessable` where they are none. */
export function textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  return unifyLineEnds(decodeChunks(bytes, encoding))
}

function byteOrderMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

async function* decodeChunks(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const utf8 = encoding === 'utf-8' ? new Utf8Decoder() : null
  const other = new TextDecoder(encoding === 'latin1' ? 'windows-1252' : encoding, { fatal: true })
  let line = 1
  for await (const chunk of bytes) {
    let text: string
    try {
      text = utf8 === null ? other.decode(chunk, { stream: true }) : utf8.decode(chunk)
    } catch (cause) {
      const all = new Uint8Array([...(utf8?.open ?? []), ...chunk])
      const at = utf8 === null ? 0 : (firstBadUtf8(all)?.at ?? all.length)
      throw notEncoded(encoding, line + countLineEnds(all.subarray(0, at)), cause)
    }
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++
    if (text !== '') yield text
  }
  try {
    const text = (utf8 ?? other).decode()
    if (text !== '') yield text
  } catch (cause) {
    throw notEncoded(encoding, line, cause)
  }
}

/** How many LF there are in some bytes. */
export function countLineEnds(bytes: Uint8Array): number {
  const buffer = bufferOf(bytes)
  let count = 0
  for (let at = buffer.indexOf(10); at >= 0; at = buffer.indexOf(10, at + 1)) count++
  return count
}

/** The same bytes, which can then be searched many times as quickly. */
export function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}

/** The error for bytes that are no text in an encoding. */
export function notEncoded(encoding: Encoding, line: number, cause?: unknown): TidemapError {
  return new TidemapError('unprocessable', `not ${encoding} text`, {
    line,
    cause,
    hint:
      encoding === 'utf-8'
        ? 'name its encoding: --encoding latin1 reads Western European files'
        : 'try another --encoding',
  })
}

/** Turns `\r\n` into `\n`; a lone `\r` is a line end only in files that have no other, else a space. */
async function* unifyLineEnds(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = false
  let lone: string | null = null
  for await (const chunk of chunks) {
    let text: string = pending ? `\r${chunk}` : chunk
    pending = text.endsWith('\r')
    if (pending) text = text.slice(0, -1)
    if (text.includes('\r')) {
      text = text.replaceAll('\r\n', '\n')
      lone ??= text.includes('\n') ? ' ' : '\n'
      text = text.replaceAll('\r', lone)
    } else if (text.includes('\n')) lone ??= ' '
    if (text !== '') yield text
  }
  if (pending) yield '\n'
}
