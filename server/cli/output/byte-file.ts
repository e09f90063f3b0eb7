import { open, type FileHandle } from 'node:fs/promises'

/** Bytes after which what was gathered is written. */
const PIECE = 1 << 20

/** A file of texts and bytes that can be made again at any time: unlike results it is not forced onto the disk. */
export class ByteFile {
  readonly #file: FileHandle
  readonly #signal: AbortSignal | undefined
  #bytes = Buffer.allocUnsafeSlow(2 * PIECE)
  #length = 0
  /** What was gathered before, while it is written. */
  #other = Buffer.allocUnsafeSlow(2 * PIECE)
  #writing: Promise<void> = Promise.resolve()

  private constructor(file: FileHandle, signal: AbortSignal | undefined) {
    this.#file = file
    this.#signal = signal
  }

  /** Has `write` fill a new file. An abort ends it with its reason, between two pieces. */
  static async fill(
    path: string,
    signal: AbortSignal | undefined,
    write: (file: ByteFile) => Promise<void>,
  ): Promise<void> {
    const handle = await open(path, 'w')
    const file = new ByteFile(handle, signal)
    try {
      await write(file)
      await file.#flush()
      await file.#writing
    } finally {
      await file.#writing.catch(() => {})
      await handle.close()
    }
  }

  /** Whether `rest` should be awaited before more is added. */
  get isFull(): boolean {
    return this.#length >= PIECE
  }

  add(part: string | Uint8Array): void {
    if (typeof part === 'string') this.text(part)
    else this.bytes(part, 0, part.length)
  }

  text(text: string): void {
    // At most three bytes a UTF-16 unit.
    this.#reserve(3 * text.length)
    this.#length += this.#bytes.write(text, this.#length)
  }

  /** Adds bytes[from…end). */
  bytes(bytes: Uint8Array, from: number, end: number): void {
    this.#reserve(end - from)
    this.#bytes.set(bytes.subarray(from, end), this.#length)
    this.#length += end - from
  }

  /** Has what was gathered written, once it is a piece: while more is added, but for one piece at a time. */
  async rest(): Promise<void> {
    if (this.isFull) await this.#flush()
  }

  async #flush(): Promise<void> {
    await this.#writing
    this.#signal?.throwIfAborted()
    const full = this.#bytes
    this.#writing = this.#write(full.subarray(0, this.#length))
    // Whoever waits for it hears of a failure; until then it is nobody's.
    this.#writing.catch(() => {})
    this.#bytes = this.#other
    this.#other = full
    this.#length = 0
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) at += (await this.#file.write(bytes, at)).bytesWritten
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#length + count))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}
