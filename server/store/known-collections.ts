import type { Database } from './database.ts'

/** What nearly every request asks of a collection. */
export interface KnownCollection {
  /** Of its papers; it rises with every change. */
  version: number
  papers: number
  /** Its newest analysis; null where there is none. */
  analysisId: string | null
}

const MOST = 64

/** The collections that were asked for last, as they are until something is written: to ask the database takes longer than to list papers. */
export class KnownCollections {
  readonly #database: Pick<Database, 'changes'>
  #at = -1
  readonly #found = new Map<string, KnownCollection>()

  constructor(database: Pick<Database, 'changes'>) {
    this.#database = database
  }

  /** A collection as it is known, else as it is read. */
  async get(id: string, read: () => Promise<KnownCollection>): Promise<KnownCollection> {
    const at = this.#database.changes
    if (at !== this.#at) this.#found.clear()
    this.#at = at
    const known = this.#found.get(id)
    if (known !== undefined) return known
    const found = await read()
    // What was written meanwhile may be in it, or not.
    if (at === this.#database.changes) {
      this.#found.set(id, found)
      if (this.#found.size > MOST) this.#found.clear()
    }
    return found
  }
}
