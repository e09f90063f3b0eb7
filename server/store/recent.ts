/** What was made last, by key: of an analysis, say, which never changes but may be deleted with its collection. */
export class Recent<T> {
  readonly #most: number
  readonly #made = new Map<string, Promise<T>>()

  /** `most` are kept. */
  constructor(most: number) {
    this.#most = most
  }

  /** What was made for a key, else what is made now. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const made = this.#made.get(key) ?? make()
    // A Map keeps the order of insertion: the last is the newest used.
    this.#made.delete(key)
    this.#made.set(key, made)
    made.catch(() => {
      if (this.#made.get(key) === made) this.#made.delete(key)
    })
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= this.#most) break
      this.#made.delete(oldest)
    }
    return made
  }

  /** Forgets all, also what is being made. */
  clear(): void {
    this.#made.clear()
  }
}
