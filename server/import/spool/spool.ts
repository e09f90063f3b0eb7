/** Where the lines of papers are while files are read, so that nobody need hold their texts. */
export interface Spool {
  /** Takes whole lines, each with its LF, which stand together from then on; the place of the first byte. */
  append(lines: Uint8Array): number
  /** The bytes of a line, or of several that were appended at once. */
  read(start: number, length: number): Uint8Array
}

/** A spool in memory, for few papers, or where they are wanted there anyway. */
export class MemorySpool implements Spool {
  readonly #pieces: Uint8Array[] = []
  /** Place of the first byte of each piece, ascending. */
  readonly #starts: number[] = []
  #length = 0

  append(lines: Uint8Array): number {
    const start = this.#length
    this.#pieces.push(lines)
    this.#starts.push(start)
    this.#length += lines.length
    return start
  }

  read(start: number, length: number): Uint8Array {
    let piece = 0
    for (let after = this.#starts.length; piece + 1 < after;) {
      const middle = (piece + after) >>> 1
      if (this.#starts[middle] <= start) piece = middle
      else after = middle
    }
    const from = start - this.#starts[piece]
    return this.#pieces[piece].subarray(from, from + length)
  }
}
