import { readSync, writeSync } from 'node:fs'

/** Bytes that are written at a time, and that are read at a time at most unless a line is longer. */
const PIECE = 1 << 20
/** Bytes between two lines that are quicker read than left out. */
const GAP = 1 << 14

/** Lines of a file in another order, as numbers that threads share. */
export interface LineOrder {
  /** Line in the new order → its first byte in the file. */
  starts: Float64Array
  /** … → its bytes. */
  lengths: Int32Array
  /** Piece → its first line, and after the last one the number of lines. */
  pieces: Int32Array
  /** Piece → its first byte in the new file. */
  places: Float64Array
  /** The next piece that nobody has begun. */
  next: Int32Array
}

/** The order of some lines, for all threads that help to copy them. */
export function lineOrder(lines: readonly { start: number; length: number }[]): LineOrder {
  const starts = new Float64Array(new SharedArrayBuffer(8 * lines.length))
  const lengths = new Int32Array(new SharedArrayBuffer(4 * lines.length))
  const pieces = [0]
  const places = [0]
  let place = 0
  lines.forEach(({ start, length }, i) => {
    starts[i] = start
    lengths[i] = length
    place += length
    if (place - places[places.length - 1] < PIECE && i + 1 < lines.length) return
    pieces.push(i + 1)
    places.push(place)
  })
  return {
    starts,
    lengths,
    pieces: Int32Array.from(pieces),
    places: Float64Array.from(places),
    next: new Int32Array(new SharedArrayBuffer(4)),
  }
}

/** Copies pieces of lines from one open file into another, until none is left that nobody has begun. Throws what reading and writing throw. */
export function copyLines(from: number, to: number, order: LineOrder): void {
  const { pieces, places, next } = order
  const copier = new Copier(from, order)
  for (let piece = Atomics.add(next, 0, 1); piece + 1 < pieces.length; piece = Atomics.add(next, 0, 1)) {
    const bytes = copier.gather(pieces[piece], pieces[piece + 1], places[piece + 1] - places[piece])
    for (let done = 0; done < bytes.length;) {
      done += writeSync(to, bytes, done, bytes.length - done, places[piece] + done)
    }
  }
}

/** Gathers lines; what it gives is good until it is asked again. */
class Copier {
  readonly #from: number
  readonly #order: LineOrder
  #lines = new Uint8Array(PIECE + (PIECE >> 2))
  #read = new Uint8Array(PIECE)

  constructor(from: number, order: LineOrder) {
    this.#from = from
    this.#order = order
  }

  gather(first: number, end: number, length: number): Uint8Array {
    if (this.#lines.length < length) this.#lines = new Uint8Array(length)
    const { starts, lengths } = this.#order
    const places = new Int32Array(end - first)
    for (let i = 1; i < places.length; i++) places[i] = places[i - 1] + lengths[first + i - 1]
    // As they stand in the file, since lines near one another there mostly stay so.
    const standing = places.map((_, i) => first + i).sort((a, b) => starts[a] - starts[b])
    for (let i = 0; i < standing.length;) {
      const start = starts[standing[i]]
      let after = i + 1
      let stop = start + lengths[standing[i]]
      for (; after < standing.length; after++) {
        const line = standing[after]
        if (starts[line] - stop > GAP || starts[line] + lengths[line] - start > PIECE) break
        stop = starts[line] + lengths[line]
      }
      const bytes = this.#readAt(start, stop - start)
      for (; i < after; i++) {
        const line = standing[i]
        const at = starts[line] - start
        this.#lines.set(bytes.subarray(at, at + lengths[line]), places[line - first])
      }
    }
    return this.#lines.subarray(0, length)
  }

  #readAt(start: number, length: number): Uint8Array {
    if (this.#read.length < length) this.#read = new Uint8Array(length)
    for (let done = 0; done < length;) {
      const count = readSync(this.#from, this.#read, done, length - done, start + done)
      if (count === 0) throw new Error('a spool became shorter while it was read')
      done += count
    }
    return this.#read
  }
}
