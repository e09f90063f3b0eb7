import type { Arena } from './arena.ts'
import type { ReaderState } from './reader-state.ts'

/** Bytes of a slot of the table of words. */
const SLOT = 32
const FIRST_WORDS = 1 << 15
const FIRST_UNITS = 1 << 18

/** Puts the words of a state into other slots: `spreadWords` of the module. */
type Spread = (state: number, slots: number, mask: number) => void

/** Room for the words of a reader, which grows as they come. */
export class WordRoom {
  readonly #arena: Arena
  readonly #state: ReaderState
  readonly #spread: Spread
  #slots: Int32Array = new Int32Array(0)
  #starts: Int32Array = new Int32Array(0)
  #pool: Int32Array = new Int32Array(0)

  constructor(arena: Arena, state: ReaderState, spread: Spread) {
    this.#arena = arena
    this.#state = state
    this.#spread = spread
    this.#takeWords(FIRST_WORDS)
    this.#takeUnits(FIRST_UNITS)
  }

  /** Forgets all words. */
  forget(): void {
    this.#slots.fill(0)
    this.#state.set({ words: 0 })
  }

  /** Makes room for so many units in words that may all be new: `more` of them. */
  reserve(units: number, more = (units >> 1) + 1): void {
    const words = this.#state.get('words') + more
    const used = this.#starts[this.#state.get('words')] + units
    let mostWords = this.#state.get('mostWords')
    let mostUnits = this.#state.get('mostUnits')
    while (mostWords < words) mostWords *= 2
    while (mostUnits < used) mostUnits *= 2
    if (mostWords > this.#state.get('mostWords')) this.#takeWords(mostWords)
    if (mostUnits > this.#state.get('mostUnits')) this.#takeUnits(mostUnits)
  }

  /** Copies of the words from number `first` on. */
  words(first = 0): { units: Uint16Array; starts: Int32Array } {
    const starts = this.#starts.subarray(first, this.#state.get('words') + 1)
    const begin = starts[0]
    const units = new Uint16Array(
      this.#pool.buffer,
      this.#pool.byteOffset + 2 * begin,
      starts[starts.length - 1] - begin,
    )
    return { units: units.slice(), starts: starts.map((start) => start - begin) }
  }

  /** What was there before stays where it was, in vain: with each step there is twice the room, so that all that is lost is less than what is used. */
  #takeWords(mostWords: number): void {
    const starts = this.#starts
    const state = this.#state
    const hadSlots = this.#slots.length > 0
    this.#slots = this.#arena.int32((2 * mostWords * SLOT) / 4)
    this.#starts = this.#arena.bareInt32(mostWords + 1)
    this.#starts[0] = 0
    this.#starts.set(starts)
    const mask = 2 * mostWords - 1
    if (hadSlots) this.#spread(state.place, this.#slots.byteOffset, mask)
    else state.set({ slots: this.#slots.byteOffset, mask })
    state.set({ wordStarts: this.#starts.byteOffset, mostWords })
  }

  #takeUnits(mostUnits: number): void {
    const pool = this.#pool
    this.#pool = this.#arena.bareInt32(mostUnits / 2 + 4)
    this.#pool.set(pool)
    this.#state.set({ pool: this.#pool.byteOffset, mostUnits })
  }
}
