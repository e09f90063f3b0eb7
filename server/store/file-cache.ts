/** The files that were asked for last, opened; none of them ever changes once it is there. */
export class FileCache<T> {
  readonly #open: (path: string) => Promise<T | null>
  readonly #most: number
  readonly #files = new Map<string, Promise<T | null>>()

  /** `open` gives null for a file that is not there (yet); `most` are kept. */
  constructor(open: (path: string) => Promise<T | null>, most: number) {
    this.#open = open
    this.#most = most
  }

  /** The file of a path; null where it is not there (yet), or cannot be read. */
  async get(path: string): Promise<T | null> {
    const opening = this.#files.get(path) ?? this.#open(path)
    // A Map keeps the order of insertion: the last is the newest used.
    this.#files.delete(path)
    this.#files.set(path, opening)
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= this.#most) break
      this.#files.delete(oldest)
    }
    const file = await opening.catch(() => null)
    if (file === null) this.#files.delete(path)
    return file
  }
}
