import type { TrendField } from '../../../shared/trend.ts'
import { parseQuery, type Clause, type Query } from './query.ts'
import type { Scope } from './scope.ts'
import { findPapers } from './search.ts'
import type { TextIndex } from './text-index.ts'

/**
 * The set of papers that a query is counted in: `venue:`, `org:`, `topic:` and `year:` beside words say where the words are counted,
 * and so belong to both sides of the share. Alone, they are what is counted. Paper → 1 where it is in the set; null for all papers.
 */
export function setOfQuery(index: TextIndex, query: Query, scope: Scope | null): Uint8Array | null {
  const sets = query.map((clauses) => setOfClauses(index, clauses, scope))
  if (sets.some((set) => set === null)) return null
  return sets.reduce((all, set) => {
    for (let paper = 0; paper < all!.length; paper++) all![paper] |= set![paper]
    return all
  })
}

const EVERYWHERE: readonly TrendField[] = ['title', 'abstract']

/**
 * The papers that match every one of some queries, as a mask: paper → 1; null for all papers, where there is no query.
 * Throws `bad-request` for a query without a word.
 */
export function membersOf(index: TextIndex, queries: readonly string[], scope: Scope | null): Uint8Array | null {
  return queries.reduce<Uint8Array | null>((all, text) => {
    const mask = maskOf(index, parseQuery(text), scope)
    if (all !== null) for (let paper = 0; paper < mask.length; paper++) mask[paper] &= all[paper]
    return mask
  }, null)
}

function maskOf(index: TextIndex, query: Query, scope: Scope | null): Uint8Array {
  const mask = new Uint8Array(index.ids.length)
  for (const paper of findPapers(index, query, EVERYWHERE, scope).papers) mask[paper] = 1
  return mask
}

function setOfClauses(index: TextIndex, clauses: readonly Clause[], scope: Scope | null): Uint8Array | null {
  const places = clauses.filter(isPlace)
  if (places.length === 0 || !clauses.some((clause) => !isPlace(clause) && !clause.without)) return null
  const asked = places.filter(({ without }) => !without)
  const set = asked.length > 0 ? maskOf(index, [asked], scope) : new Uint8Array(index.ids.length).fill(1)
  for (const clause of places.filter(({ without }) => without)) {
    for (const paper of findPapers(index, [[{ ...clause, without: false }]], [], scope).papers) set[paper] = 0
  }
  return set
}

function isPlace(clause: Clause): boolean {
  return clause.kind !== 'phrase' || clause.field === 'venue' || clause.field === 'org'
}
