import { Buffer, isUtf8 } from 'node:buffer'
import { TidemapError } from '../../../shared/error.ts'
import { bufferOf, countLineEnds, notEncoded } from '../bytes/decode.ts'
import { firstBadUtf8 } from '../bytes/utf8.ts'
import { LIMITS, readableBytes } from '../limits.ts'

/** Some whole lines of a text. */
export interface LineBatch {
  /** UTF-8, all of its buffer; the last line may lack its LF. */
  bytes: Uint8Array
  /** Number of the first of them, from 1. */
  line: number
}

const [LF, CR, BLANK] = new TextEncoder().encode('\n\r ')
const MARK = [0xef, 0xbb, 0xbf]

/**
 * The lines of UTF-8 text in batches, as large as its pieces are: without a byte order mark, and every line ends with `\n`. Throws `too-large` for a line beyond
 * the limit, and `unprocessable` for what is not UTF-8.
 */
export async function* lineBatches(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<LineBatch> {
  let line = 1
  let open: Uint8Array[] = []
  let openUnits = 0
  for await (const piece of withoutMark(pieces)) {
    const end = bufferOf(piece).lastIndexOf(LF) + 1
    if (end > 0) {
      const bytes = plainLineEnds(joined([...open, piece.subarray(0, end)]))
      const lines = countLineEnds(bytes)
      refuseBadUtf8(bytes, line)
      yield { bytes, line }
      line += lines
      open = []
      openUnits = 0
    }
    open.push(piece.slice(end))
    openUnits += unitsOf(piece.subarray(end))
    if (openUnits > LIMITS.lineLength) {
      throw new TidemapError('too-large', `line longer than ${readableBytes(LIMITS.lineLength)}`, { line })
    }
  }
  const last = plainLineEnds(joined(open))
  refuseBadUtf8(last, line)
  if (last.length > 0) yield { bytes: last, line }
}

/** Refuses bytes that are not UTF-8, with the line. */
function refuseBadUtf8(bytes: Uint8Array, line: number): void {
  if (isUtf8(bytes)) return
  const at = firstBadUtf8(bytes)?.at ?? bytes.length
  throw notEncoded('utf-8', line + countLineEnds(bytes.subarray(0, at)))
}

async function* withoutMark(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const piece of pieces) {
    yield isFirst && MARK.every((byte, i) => piece[i] === byte) ? piece.subarray(MARK.length) : piece
    isFirst = false
  }
}

/** In a buffer of its own. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  // Not of the pool that small buffers share, nor filled with zeros.
  const all = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** `\r\n` is a line end; a lone `\r` among lines that end with LF is a space. */
function plainLineEnds(bytes: Uint8Array): Uint8Array {
  let at = bufferOf(bytes).indexOf(CR)
  if (at < 0) return bytes
  let to = at
  for (; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== CR) bytes[to++] = byte
    else if (bytes[at + 1] !== LF && at + 1 < bytes.length) bytes[to++] = BLANK
  }
  return bytes.slice(0, to)
}

/** UTF-16 units of UTF-8: one a character, two for those of four bytes. */
function unitsOf(bytes: Uint8Array): number {
  let units = 0
  for (const byte of bytes) units += byte >= 0xf0 ? 2 : (byte & 0xc0) === 0x80 ? 0 : 1
  return units
}

/** Who takes several lines at once, from one on that begins at a place and has a number: how many, and where the next one begins. */
interface ManyLines {
  takeMany: (from: number, number: number) => { count: number; place: number }
}

/** Calls back with every line of a batch that is not taken with others: where it stands, without its line end, and its number. */
export function forEachLineOf(
  { bytes, line }: LineBatch,
  take: (bytes: Buffer, from: number, end: number, number: number) => void,
  many: ManyLines | null = null,
): void {
  const buffer = bufferOf(bytes)
  for (let from = 0, number = line; from < bytes.length;) {
    const taken = many?.takeMany(from, number) ?? null
    // Where there was no room for more, there is now.
    if (taken !== null && taken.count > 0) {
      number += taken.count
      from = taken.place
      continue
    }
    const lf = buffer.indexOf(LF, from)
    const end = lf < 0 ? bytes.length : lf
    take(buffer, from, end, number++)
    from = end + 1
  }
}
