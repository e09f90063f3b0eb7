import { close, open, read } from 'node:fs'

/** To open a file takes as long as to read a page of papers from it; but one that newer papers have replaced must go soon. */
const LINGER_MS = 2000

/** A file that never changes and is read again and again: it stays open while it is read, and for a moment afterwards. */
export class LingeringFile {
  readonly #path: string
  #opening: Promise<number> | null = null
  #users = 0
  #timer: NodeJS.Timeout | undefined

  constructor(path: string) {
    this.#path = path
  }

  /** Runs `work` on the open file, given by its descriptor; null where it has gone. */
  async use<T>(work: (file: number) => Promise<T>): Promise<T | null> {
    clearTimeout(this.#timer)
    this.#users += 1
    try {
      this.#opening ??= openFile(this.#path)
      return await work(await this.#opening)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      this.#opening = null
      return null
    } finally {
      this.#users -= 1
      if (this.#users === 0) this.#timer = setTimeout(() => this.#close(), LINGER_MS).unref()
    }
  }

  #close(): void {
    const opening = this.#opening
    this.#opening = null
    opening?.then(
      (file) => close(file),
      () => {},
    )
  }
}

function openFile(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    open(path, 'r', (error, file) => (error === null ? resolve(file) : reject(error)))
  })
}

/** Bytes of an open file, in a buffer of their own. Throws where it ends before. */
export function readBytes(file: number, from: number, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.allocUnsafe(length)
    const more = (at: number): void => {
      if (at === length) return resolve(bytes)
      // With a callback, which costs half of what a promise of the file system does: a page reads a hundred records.
      read(file, bytes, at, length - at, from + at, (error, count) => {
        if (error !== null) reject(error)
        else if (count === 0) reject(new Error(`file cut short: ${length - at} bytes are missing`))
        else more(at + count)
      })
    }
    more(0)
  })
}
