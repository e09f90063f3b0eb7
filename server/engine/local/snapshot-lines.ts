import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { TidemapError } from '../../../shared/error.ts'

/** Bytes of a piece, about; a reader needs forty times as many to work in. */
const PIECE = 1 << 19

/** Bytes that are read at a time to find the end of the last line of a piece. */
const MORE = 1 << 14
const LF = 10

/** A part of a file: the lines that begin from byte `from` on, before `to`. */
export interface FilePart {
  path: string
  from: number
  to: number
}

/** Whole lines, and the byte at which they begin. */
export interface PieceOfLines {
  bytes: Uint8Array
  at: number
}

/** A file in parts of half a megabyte. */
export function* fileParts(path: string): Generator<FilePart> {
  const { size } = statSync(path)
  for (let from = 0; from < size; from += PIECE) yield { path, from, to: Math.min(size, from + PIECE) }
}

/**
 * Reads the lines of a part into memory that `roomOf` gives, which must not be used for others while they are read; no bytes where none begins there. Where one room is too small, for a line that goes on
 * beyond the part, another is asked for.
 */
export function readPart({ path, from, to }: FilePart, roomOf: (bytes: number) => Uint8Array): PieceOfLines {
  const file = openSync(path, 'r')
  try {
    // The byte before tells whether a line begins right there.
    const first = Math.max(0, from - 1)
    let room = roomOf(to - first + MORE)
    let length = 0
    const readUpTo = (end: number): boolean => {
      if (end > room.length) {
        const larger = roomOf(2 * end)
        larger.set(room.subarray(0, length))
        room = larger
      }
      while (length < end) {
        const count = readSync(file, room, length, end - length, first + length)
        if (count === 0) return false
        length += count
      }
      return true
    }
    readUpTo(to - first)
    const start = from === 0 ? 0 : room.subarray(0, length).indexOf(LF) + 1
    if ((from > 0 && start === 0) || start >= to - first) return { bytes: room.subarray(0, 0), at: from }
    let end = room.subarray(0, length).lastIndexOf(LF) + 1
    if (end !== to - first) {
      for (let seen = length, isMore = true; ; seen = length) {
        isMore = readUpTo(length + MORE)
        const lf = room.subarray(seen, length).indexOf(LF)
        end = lf < 0 ? length : seen + lf + 1
        if (lf >= 0 || !isMore) break
      }
    }
    return { bytes: room.subarray(start, end), at: first + start }
  } finally {
    closeSync(file)
  }
}

/** A file in pieces of whole lines, each in memory of its own. */
export function* linePieces(path: string): Generator<PieceOfLines> {
  for (const part of fileParts(path)) {
    // No zeros in it.
    const piece = readPart(part, (bytes) => Buffer.allocUnsafeSlow(bytes))
    if (piece.bytes.length > 0) yield piece
  }
}

/** The lines of a piece as texts, each without its LF; some may be empty. Throws `internal` for what is no UTF-8: a snapshot is our own file. */
export function* lineTexts(bytes: Uint8Array): Generator<string> {
  // Looked at once and then taken as it is: several times as quick as a decoder that throws.
  if (!isUtf8(bytes)) throw new TidemapError('internal', 'snapshot holds a line that is not UTF-8')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let from = 0; from < bytes.length;) {
    // U+2028 and the like are no line ends here: JSON may hold them.
    const lf = bytes.indexOf(10, from)
    const end = lf < 0 ? bytes.length : lf
    yield buffer.toString('utf8', from, end)
    from = end + 1
  }
}

/** Lines of a file in an order of one's own, in pieces. `starts`, `lengths`: line → where it begins, and its bytes. */
export function* linesInOrder(
  path: string,
  starts: Float64Array,
  lengths: Int32Array,
  order: Int32Array,
): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (let i = 0; i < order.length;) {
      // Lines that stand together are read together.
      const first = i
      let length = 0
      do length += lengths[order[i++]]
      while (i < order.length && order[i] === order[i - 1] + 1 && length + lengths[order[i]] <= PIECE)
      const bytes = new Uint8Array(length)
      for (let done = 0; done < length;) {
        const count = readSync(file, bytes, done, length - done, starts[order[first]] + done)
        if (count === 0) throw new Error('a snapshot became shorter while it was read')
        done += count
      }
      yield bytes
    }
  } finally {
    closeSync(file)
  }
}
