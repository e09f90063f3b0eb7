import { RecordFile } from './record-file.ts'

const MOST = 12

/** Where the blocks of the files of records begin that were asked for last; a file never changes once it is there. */
export class RecordCache {
  readonly #files = new Map<string, Promise<RecordFile | null>>()

  /** The file of a path; null where it is not there (yet). */
  async get(path: string): Promise<RecordFile | null> {
    const opening = this.#files.get(path) ?? RecordFile.open(path)
    // A Map keeps the order of insertion: the last is the newest used.
    this.#files.delete(path)
    this.#files.set(path, opening)
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= MOST) break
      this.#files.delete(oldest)
    }
    const file = await opening.catch(() => null)
    if (file === null) this.#files.delete(path)
    return file
  }
}
