import { readSync, writeSync } from 'node:fs'

/** Bytes that are written at a time, and that are read at a time at most unless a line is longer. */
const PIECE = 1 << 20
/** Bytes between two lines that are quicker read than left out. */
const GAP = 1 << 14

/** Where a line is in a file: its first byte, and its bytes. */
interface PlacedLine {
  start: number
  length: number
}

/** Copies lines of one open file, in their order, to the end of another. Throws what reading and writing throw. */
export function copyLines(from: number, to: number, lines: readonly PlacedLine[]): void {
  const copier = new Copier(from)
  for (let first = 0; first < lines.length;) {
    let end = first
    for (let bytes = 0; end < lines.length && bytes < PIECE; end++) bytes += lines[end].length
    const bytes = copier.gather(lines.slice(first, end))
    for (let done = 0; done < bytes.length;) done += writeSync(to, bytes, done)
    first = end
  }
}

/** Gathers lines; what it gives is good until it is asked again. */
class Copier {
  readonly #from: number
  #gathered = new Uint8Array(PIECE + (PIECE >> 2))
  #read = new Uint8Array(PIECE)

  constructor(from: number) {
    this.#from = from
  }

  gather(lines: readonly PlacedLine[]): Uint8Array {
    /** Line → its first byte among those that are gathered. */
    const places = new Int32Array(lines.length)
    for (let i = 1; i < lines.length; i++) places[i] = places[i - 1] + lines[i - 1].length
    const all = places[lines.length - 1] + lines[lines.length - 1].length
    if (this.#gathered.length < all) this.#gathered = new Uint8Array(all)
    // As they stand in the file: lines that are near one another there mostly stay so.
    const standing = places.map((_, i) => i).sort((a, b) => lines[a].start - lines[b].start)
    for (let i = 0; i < standing.length;) {
      const { start } = lines[standing[i]]
      const { after, stop } = endOfStretch(lines, standing, i)
      const bytes = this.#readAt(start, stop - start)
      for (; i < after; i++) {
        const line = lines[standing[i]]
        const at = line.start - start
        this.#gathered.set(bytes.subarray(at, at + line.length), places[standing[i]])
      }
    }
    return this.#gathered.subarray(0, all)
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

/** Of lines as they stand in a file those that are read at once, from the one at place `first` on: the place after them, and the byte. */
function endOfStretch(
  lines: readonly PlacedLine[],
  standing: Int32Array,
  first: number,
): { after: number; stop: number } {
  const { start, length } = lines[standing[first]]
  let after = first + 1
  let stop = start + length
  for (; after < standing.length; after++) {
    const next = lines[standing[after]]
    const end = next.start + next.length
    if (next.start - stop > GAP || end - start > PIECE) break
    // Lines may stand in others.
    stop = Math.max(stop, end)
  }
  return { after, stop }
}
