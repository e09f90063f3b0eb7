/** Texts as UTF-8, one after the other: to write one of them again is to copy a few bytes. */
export class TextPool {
  readonly bytes: Uint8Array
  /** Where text i starts in `bytes`; one more than there are texts. */
  readonly starts: Uint32Array

  constructor(texts: readonly string[]) {
    const encoded = texts.map((text) => Buffer.from(text))
    this.starts = new Uint32Array(texts.length + 1)
    encoded.forEach(({ length }, i) => (this.starts[i + 1] = this.starts[i] + length))
    this.bytes = Buffer.concat(encoded)
  }
}

/** Bytes that grow as texts of pools are appended. */
export class ByteText {
  #bytes: Uint8Array
  length = 0

  /** `expected`: bytes that it holds before it must grow. */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected)
  }

  /** Appends text `number` of a pool. */
  append({ bytes, starts }: TextPool, number: number): void {
    const end = starts[number + 1]
    this.#reserve(end - starts[number])
    const to = this.#bytes
    let at = this.length
    // Texts are short: byte by byte is quicker than a call for each.
    for (let i = starts[number]; i < end; i++) to[at++] = bytes[i]
    this.length = at
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
  }
}
