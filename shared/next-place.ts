/** Bytes that can be searched, as a `Buffer` can: many times as quick as a loop. */
interface Searched<Sought> {
  readonly length: number
  indexOf: (sought: Sought, from: number) => number
}

/** Where something is next, for places asked in ascending order. */
export class NextPlace<Sought> {
  readonly #bytes: Searched<Sought>
  readonly #sought: Sought
  #place = -1

  constructor(bytes: Searched<Sought>, sought: Sought) {
    this.#bytes = bytes
    this.#sought = sought
  }

  /** The first place at or after `from`; the number of bytes where there is none. */
  from(from: number): number {
    if (this.#place < from) {
      const place = this.#bytes.indexOf(this.#sought, from)
      this.#place = place < 0 ? this.#bytes.length : place
    }
    return this.#place
  }
}
