import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { TidemapError } from '../../../shared/error.ts'

/** Bytes that are read at a time: a hundredth of the file or so, since each piece has words of its own, which must be joined. */
const LEAST_PIECE = 1 << 19
const MOST_PIECE = 1 << 22

function pieceSize(path: string): number {
  return Math.min(MOST_PIECE, Math.max(LEAST_PIECE, Math.ceil(statSync(path).size / 64)))
}

/** A file in pieces of whole lines, about half a megabyte to four each, with the byte at which each begins. */
export function* linePieces(path: string): Generator<{ bytes: Uint8Array; at: number }> {
  const size = pieceSize(path)
  const file = openSync(path, 'r')
  try {
    let rest = new Uint8Array(0)
    let at = 0
    for (;;) {
      // Memory of its own and no zeros in it: what is yielded may be sent to another thread as it stands.
      const bytes = Buffer.allocUnsafeSlow(rest.length + size)
      bytes.set(rest)
      const count = readSync(file, bytes, rest.length, size, null)
      const all = bytes.subarray(0, rest.length + count)
      const end = count === 0 ? all.length : all.lastIndexOf(10) + 1
      rest = Uint8Array.from(all.subarray(end))
      if (end > 0) {
        yield { bytes: all.subarray(0, end), at }
        at += end
      }
      if (count === 0) return
    }
  } finally {
    closeSync(file)
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
      while (i < order.length && order[i] === order[i - 1] + 1 && length + lengths[order[i]] <= LEAST_PIECE)
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
