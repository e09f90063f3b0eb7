/** Bytes that stand together. */
const PIECE = 1 << 22

/** Texts by number as UTF-8: what each paper is in a list, until its turn comes. As strings they would be twice as large and more. */
export class ItemStore {
  #piece = Buffer.allocUnsafeSlow(PIECE)
  #length = 0
  readonly #pieces = [this.#piece]
  /** Item → its piece, where it begins there, and its bytes. */
  readonly #pieceOf: Int32Array
  readonly #starts: Int32Array
  readonly #lengths: Int32Array

  /** `count`: how many items there will be. */
  constructor(count: number) {
    this.#pieceOf = new Int32Array(count)
    this.#starts = new Int32Array(count)
    this.#lengths = new Int32Array(count)
  }

  set(item: number, text: string): void {
    // At most three bytes a UTF-16 unit.
    const most = 3 * text.length
    if (this.#length + most > this.#piece.length) {
      this.#piece = Buffer.allocUnsafeSlow(Math.max(PIECE, most))
      this.#pieces.push(this.#piece)
      this.#length = 0
    }
    const bytes = this.#piece.write(text, this.#length)
    this.#pieceOf[item] = this.#pieces.length - 1
    this.#starts[item] = this.#length
    this.#lengths[item] = bytes
    this.#length += bytes
  }

  get(item: number): Uint8Array {
    const start = this.#starts[item]
    return this.#pieces[this.#pieceOf[item]].subarray(start, start + this.#lengths[item])
  }
}
