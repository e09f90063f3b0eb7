import { compareCodePoints } from '../../../shared/paper.ts'
import { comparableId, type RecordIdentity } from './record-identity.ts'

/** Records by papers. */
export interface Groups<R> {
  /** Records that are a paper each. */
  single: R[]
  /** Records that are one paper together: two at least in each. */
  together: R[][]
}

/**
 * Sorts records into papers, whatever their order. Records with own ids are one paper where they share the id and the
 * key or title, or where they share DOI and title; each record without an own id goes where its key is: to the paper of the same
 * title, else to the first by id. `normalTitleOf` is asked for few records, where they have ids of their own.
 */
export function groupRecords<R extends RecordIdentity>(
  records: readonly R[],
  normalTitleOf: (record: R) => string,
): Groups<R> {
  const union = new Union(records.length)
  const seen = new Map<string, number>()
  const join = (mark: string, i: number): void => {
    const other = seen.get(mark)
    if (other === undefined) seen.set(mark, i)
    else union.join(other, i)
  }
  const ids = records.map(comparableId)
  const titles = new Map<number, string>()
  const titleOf = (i: number): string => {
    const title = titles.get(i) ?? normalTitleOf(records[i])
    titles.set(i, title)
    return title
  }
  // Most ids and DOIs occur once: there is nothing to look for.
  const sharedIds = repeated(ids)
  const sharedDois = repeated(records.map(({ doi }) => doi))
  records.forEach(({ key, doi }, i) => {
    const id = ids[i]
    if (id == null) return
    if (sharedIds.has(id)) {
      join(`id key\n${id}\n${key}`, i)
      join(`id title\n${id}\n${titleOf(i)}`, i)
    }
    if (doi !== null && sharedDois.has(doi)) join(`doi title\n${doi}\n${titleOf(i)}`, i)
  })
  placeWithoutId(records, ids, titleOf, union, join)

  const single: R[] = []
  const together = new Map<number, R[]>()
  records.forEach((record, i) => {
    if (union.isAlone(i)) {
      single.push(record)
      return
    }
    const root = union.root(i)
    const group = together.get(root)
    if (group) group.push(record)
    else together.set(root, [record])
  })
  return { single, together: [...together.values()] }
}

/** Joins each record without an own id to the paper that its key belongs to. */
function placeWithoutId(
  records: readonly RecordIdentity[],
  ids: (string | null)[],
  titleOf: (i: number) => string,
  union: Union,
  join: (mark: string, i: number) => void,
): void {
  const wanted = new Set(records.filter((_, i) => ids[i] === null).map(({ key }) => key))
  // Where each key is among the records with own ids: the smallest id wins, that of the same title before all.
  const home = new Map<string, number>()
  const settle = (mark: string, i: number): void => {
    const other = home.get(mark)
    if (other === undefined || compareCodePoints(ids[i] as string, ids[other] as string) < 0) home.set(mark, i)
  }
  records.forEach(({ key }, i) => {
    if (ids[i] === null || !wanted.has(key)) return
    settle(key, i)
    settle(`${key}\n${titleOf(i)}`, i)
  })
  records.forEach(({ key }, i) => {
    if (ids[i] !== null) return
    const first = home.get(key)
    if (first === undefined) join(`key\n${key}`, i)
    else union.join(home.get(`${key}\n${titleOf(i)}`) ?? first, i)
  })
}

/** Values that occur more than once. */
function repeated(values: (string | null)[]): Set<string> {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const value of values) {
    if (value === null) continue
    const before = seen.size
    seen.add(value)
    if (seen.size === before) again.add(value)
  }
  return again
}

/** Disjoint sets over 0 … n − 1, with path halving. */
class Union {
  readonly #parent: Int32Array
  /** 1 for what was joined to another. */
  readonly #joined: Uint8Array

  constructor(n: number) {
    this.#parent = Int32Array.from({ length: n }, (_, i) => i)
    this.#joined = new Uint8Array(n)
  }

  root(i: number): number {
    const parent = this.#parent
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]]
      i = parent[i]
    }
    return i
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.root(a), this.root(b)]
    if (rootA === rootB) return
    this.#parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
    this.#joined[a] = this.#joined[b] = this.#joined[rootA] = this.#joined[rootB] = 1
  }

  isAlone(i: number): boolean {
    return this.#joined[i] === 0
  }
}
