/** Bytes that are copied at a time; what stands behind a text is copied with it. */
const STEP = 4

/** Texts as UTF-8, one after the other: to write one of them again is to copy a few bytes. Other threads that a pool is sent to read it where it is. */
export class TextPool {
  /** The texts, and STEP bytes behind the last. */
  readonly bytes: DataView
  /** Where text i starts in `bytes`; one more than there are texts. */
  readonly starts: Uint32Array

  constructor(texts: readonly string[]) {
    const encoded = texts.map((text) => Buffer.from(text))
    this.starts = new Uint32Array(new SharedArrayBuffer(4 * (texts.length + 1)))
    encoded.forEach(({ length }, i) => (this.starts[i + 1] = this.starts[i] + length))
    const all = new Uint8Array(new SharedArrayBuffer(this.starts[texts.length] + STEP))
    encoded.forEach((text, i) => all.set(text, this.starts[i]))
    this.bytes = new DataView(all.buffer)
  }
}

/** Bytes that grow as texts of pools are appended. */
export class ByteText {
  #bytes: Uint8Array
  #view: DataView
  length = 0

  /** `expected`: bytes that it holds before it must grow. */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected)
    this.#view = new DataView(this.#bytes.buffer)
  }

  /** Appends text `number` of a pool. */
  append({ bytes, starts }: TextPool, number: number): void {
    const start = starts[number]
    const count = starts[number + 1] - start
    this.#reserve(count + STEP)
    const to = this.#view
    const at = this.length
    // Texts are short: a loop is quicker than a call for each. What is copied too much, the next text overwrites.
    for (let i = 0; i < count; i += STEP) to.setInt32(at + i, bytes.getInt32(start + i))
    this.length = at + count
  }

  /** Appends one byte. */
  appendByte(byte: number): void {
    this.#reserve(1)
    this.#bytes[this.length++] = byte
  }

  /** What was written from `start` to `end`, not copied. */
  view(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(start, end)
  }

  #reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.length + count))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }
}
