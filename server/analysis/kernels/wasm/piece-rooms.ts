import type { Arena } from './arena.ts'
import { MARGIN, PAPER_NUMBERS } from './paper-numbers.ts'
import type { ReaderState } from './reader-state.ts'

/** The shortest line that a paper may have, about. */
const SHORTEST_LINE = 16

/** Room for a piece of lines and all that is read of it. */
export class PieceRooms {
  readonly #arena: Arena
  readonly #state: ReaderState
  /** Room for a piece of so many bytes. */
  #most = 0
  bytes: Uint8Array = new Uint8Array(0)
  title: Uint16Array = new Uint16Array(0)
  abstract: Uint16Array = new Uint16Array(0)
  /** Units of a text that was cleaned, or of a word. */
  odd: Uint16Array = new Uint16Array(0)
  forms: Int32Array = new Int32Array(0)
  flags: Uint8Array = new Uint8Array(0)
  papers: Uint32Array = new Uint32Array(0)
  found: Int32Array = new Int32Array(0)

  constructor(arena: Arena, state: ReaderState) {
    this.#arena = arena
    this.#state = state
  }

  /** Sees to room for a piece of so many bytes. */
  reserve(bytes: number): void {
    if (bytes > this.#most) this.#take(2 * bytes)
  }

  /** Makes rooms for the largest piece that may come. They are no zeros, so that what is not needed takes no memory. */
  #take(most: number): void {
    const arena = this.#arena
    this.#most = most
    this.bytes = arena.bareBytes(most + MARGIN)
    const units = (): Uint16Array => {
      const room = arena.bareBytes(2 * (most + MARGIN))
      return new Uint16Array(room.buffer, room.byteOffset, room.length / 2)
    }
    this.odd = units()
    this.title = units()
    this.abstract = units()
    this.forms = arena.bareInt32(most)
    this.flags = arena.bareBytes(most)
    const papers = arena.bareInt32((Math.ceil(most / SHORTEST_LINE) + 1) * PAPER_NUMBERS)
    this.papers = new Uint32Array(papers.buffer, papers.byteOffset, papers.length)
    this.found = arena.bareInt32(most)
    this.#state.set({
      bytes: this.bytes.byteOffset,
      titleUnits: this.title.byteOffset,
      abstractUnits: this.abstract.byteOffset,
      cleanUnits: this.odd.byteOffset,
      forms: this.forms.byteOffset,
      flags: this.flags.byteOffset,
      papers: this.papers.byteOffset,
    })
  }
}
