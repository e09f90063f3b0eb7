import { readTextIndex } from '../../analysis/search/text-index-file.ts'
import type { TextIndex } from '../../analysis/search/text-index.ts'
import { openIndexBytes } from './index-bytes.ts'

const MOST = 2

/** The text indexes that were used last, by file; a file never changes once it is there. */
export class IndexCache {
  readonly #indexes = new Map<string, Promise<TextIndex>>()

  /** The index of a file, read on first use. */
  get(file: string): Promise<TextIndex> {
    const index = this.#indexes.get(file) ?? read(file)
    // A Map keeps the order of insertion: the last is the newest used.
    this.#indexes.delete(file)
    this.#indexes.set(file, index)
    index.catch(() => this.#indexes.delete(file))
    for (const oldest of this.#indexes.keys()) {
      if (this.#indexes.size <= MOST) break
      this.#indexes.delete(oldest)
    }
    return index
  }
}

async function read(file: string): Promise<TextIndex> {
  return readTextIndex(openIndexBytes(file))
}
