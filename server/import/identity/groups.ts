import { compareCodePoints } from '../../../shared/paper.ts'
import { comparableId, normalTitle } from './key.ts'
import type { KeyedPaper } from './key.ts'

/**
 * Sorts records into papers, whatever their order. Records with own ids are one paper where they share the id and the
 * key or title, or where they share DOI and title; each record without an own id goes where its key is: to the paper of the same
 * title, else to the first by id.
 */
export function groupRecords(records: KeyedPaper[]): KeyedPaper[][] {
  const union = new Union(records.length)
  const seen = new Map<string, number>()
  const join = (mark: string, i: number): void => {
    const other = seen.get(mark)
    if (other === undefined) seen.set(mark, i)
    else union.join(other, i)
  }
  const ids = records.map(comparableId)
  // Few are asked for where records have ids of their own.
  const titles: string[] = []
  const titleOf = (i: number): string => (titles[i] ??= normalTitle(records[i].paper.title))
  // Most ids and DOIs occur once: there is nothing to look for.
  const sharedIds = repeated(ids)
  const sharedDois = repeated(records.map(({ paper }) => paper.doi))
  records.forEach(({ key, paper }, i) => {
    const id = ids[i]
    if (id == null) return
    if (sharedIds.has(id)) {
      join(`id key\n${id}\n${key}`, i)
      join(`id title\n${id}\n${titleOf(i)}`, i)
    }
    if (paper.doi !== null && sharedDois.has(paper.doi)) join(`doi title\n${paper.doi}\n${titleOf(i)}`, i)
  })
  placeWithoutId(records, ids, titleOf, union, join)

  const groups = new Map<number, KeyedPaper[]>()
  records.forEach((record, i) => {
    const root = union.root(i)
    const group = groups.get(root)
    if (group) group.push(record)
    else groups.set(root, [record])
  })
  return [...groups.values()]
}

/** Joins each record without an own id to the paper that its key belongs to. */
function placeWithoutId(
  records: KeyedPaper[],
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
    const at = home.get(`${key}\n${titleOf(i)}`) ?? home.get(key)
    if (at === undefined) join(`key\n${key}`, i)
    else union.join(at, i)
  })
}

/** Values that occur more than once. */
function repeated(values: (string | null)[]): Set<string> {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const value of values) {
    if (value === null) continue
    if (seen.has(value)) again.add(value)
    else seen.add(value)
  }
  return again
}

/** Disjoint sets over 0 … n − 1, with path halving. */
class Union {
  readonly #parent: Int32Array

  constructor(n: number) {
    this.#parent = Int32Array.from({ length: n }, (_, i) => i)
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
    if (rootA !== rootB) this.#parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
  }
}
