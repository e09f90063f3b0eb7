import { compareCodePoints } from '../../../shared/paper.ts'
import { keyOf, normalTitle } from './key.ts'
import type { KeyedPaper } from './key.ts'
import { comparableId } from './record-identity.ts'

/** The papers of a collection by everything that another record of them may share. */
export class Existing {
  /** What papers share, with the place of the first of them by id. */
  readonly #places = new Map<string, number>()
  readonly #papers: KeyedPaper[]
  readonly #ids: (string | null)[]
  /** Papers without own id that a record with one has claimed: a second one with another id is another paper. */
  readonly #claimed = new Map<number, string>()

  constructor(existing: KeyedPaper[]) {
    this.#papers = existing
    this.#ids = existing.map(ownIdOf)
    existing.forEach((keyed, at) => {
      const id = this.#ids[at]
      const title = normalTitle(keyed.paper.title)
      // A paper may have got its DOI from a later record: it is known by its first key and by the one it would have now.
      for (const key of new Set([keyed.key, keyOf(keyed.paper)])) {
        this.#add(`key title\n${key}\n${title}`, at)
        this.#add(`key\n${key}`, at)
        if (id === null) {
          this.#add(`no id, key title\n${key}\n${title}`, at)
          this.#add(`no id, key\n${key}`, at)
        } else this.#add(`id key\n${id}\n${key}`, at)
      }
      if (id === null) return
      this.#add(`id title\n${id}\n${title}`, at)
      if (keyed.paper.doi !== null) this.#add(`doi title\n${keyed.paper.doi}\n${title}`, at)
    })
  }

  #add(mark: string, at: number): void {
    const other = this.#places.get(mark)
    if (other === undefined || compareCodePoints(this.#idAt(at), this.#idAt(other)) < 0) this.#places.set(mark, at)
  }

  #idAt(at: number): string {
    return this.#papers[at].paper.id
  }

  /** Place of the paper that shares id and key or title, DOI and title, or key and title; null for none. */
  findExact(keyed: KeyedPaper): number | null {
    const id = ownIdOf(keyed)
    const title = normalTitle(keyed.paper.title)
    if (id === null) return this.#places.get(`key title\n${keyed.key}\n${title}`) ?? null
    const at =
      this.#places.get(`id key\n${id}\n${keyed.key}`) ??
      this.#places.get(`id title\n${id}\n${title}`) ??
      (keyed.paper.doi === null ? undefined : this.#places.get(`doi title\n${keyed.paper.doi}\n${title}`))
    return at ?? this.#claim(id, this.#places.get(`no id, key title\n${keyed.key}\n${title}`))
  }

  /** Place of the paper that shares the key, where that alone is enough; null for none. */
  findByKey(keyed: KeyedPaper): number | null {
    const id = ownIdOf(keyed)
    if (id === null) return this.#places.get(`key\n${keyed.key}`) ?? null
    return this.#claim(id, this.#places.get(`no id, key\n${keyed.key}`))
  }

  #claim(id: string, at: number | undefined): number | null {
    if (at === undefined || (this.#claimed.get(at) ?? id) !== id) return null
    this.#claimed.set(at, id)
    return at
  }
}

function ownIdOf({ key, ownId, paper }: KeyedPaper): string | null {
  return comparableId({ key, ownId, id: paper.id })
}
