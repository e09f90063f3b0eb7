import { compareCodePoints, paperLine } from '../../shared/paper.ts'
import type { Paper } from '../../shared/paper.ts'
import { Existing } from './identity/existing.ts'
import { groupRecords } from './identity/groups.ts'
import { hash } from './identity/key.ts'
import type { KeyedPaper } from './identity/key.ts'
import { mergeFields, richestFirst } from './identity/merge-fields.ts'

/** Papers out of records: duplicates merged, ids unique, sorted by id; the same for any order of the records. */
export function mergeRecords(records: KeyedPaper[]): KeyedPaper[] {
  return giveUniqueIds(groupRecords(records).map(mergeGroup), new Set())
}

function mergeGroup(group: KeyedPaper[]): KeyedPaper {
  if (group.length === 1) return group[0]
  const paper = mergeFields(group.map((record) => record.paper))
  const key = group.map((record) => record.key).reduce((best, next) => (compareKeys(next, best) < 0 ? next : best))
  // A record's own id is worth more than a derived one, however rich the record without it is.
  const [owner = null] = richestFirst(group.filter((record) => record.ownId).map((record) => record.paper))
  paper.id = owner === null ? paper.id : owner.id
  return { key, ownId: owner !== null, paper }
}

const RANKS = ['doi:', 'arxiv:', 'sha:']
const rank = (key: string): number => RANKS.findIndex((start) => key.startsWith(start))
const compareKeys = (a: string, b: string): number => rank(a) - rank(b) || compareCodePoints(a, b)

/** Gives every paper an id of its own and sorts by it: of papers on one id the first by key keeps it. */
function giveUniqueIds(papers: KeyedPaper[], taken: Set<string>): KeyedPaper[] {
  const order = papers.toSorted(
    (a, b) =>
      compareCodePoints(a.paper.id, b.paper.id) ||
      compareKeys(a.key, b.key) ||
      compareCodePoints(paperLine(a.paper), paperLine(b.paper)),
  )
  // Plain ids first: a suffix must not take what another record calls itself.
  const late: KeyedPaper[] = []
  const given: KeyedPaper[] = []
  for (const keyed of order) {
    if (taken.has(keyed.paper.id)) late.push(keyed)
    else {
      taken.add(keyed.paper.id)
      given.push(keyed)
    }
  }
  for (const keyed of late) {
    const all = hash(keyed.key, 64)
    let length = 8
    let id = `${keyed.paper.id}~${all.slice(0, length)}`
    while (taken.has(id) && length < 64) id = `${keyed.paper.id}~${all.slice(0, ++length)}`
    for (let n = 2; taken.has(id); n++) id = `${keyed.paper.id}~${all}${n}`
    taken.add(id)
    given.push({ ...keyed, paper: { ...keyed.paper, id } })
  }
  return given.sort((a, b) => compareCodePoints(a.paper.id, b.paper.id))
}

/** What an import changes in a collection. */
export interface Merge {
  /** New papers, ids unique also among the existing ones, sorted by id. */
  added: KeyedPaper[]
  /** Existing papers that became richer: same key, same id. */
  updated: KeyedPaper[]
  /** Incoming papers that were there already: incoming.length − added.length. */
  duplicates: number
}

/**
 * Merges the papers of an import into those of a collection by the rules of `groupRecords`. Existing papers keep their ids;
 * a paper that was imported before adds and changes nothing.
 */
export function mergePapers(existing: KeyedPaper[], incoming: KeyedPaper[]): Merge {
  const index = new Existing(existing)
  const additions: KeyedPaper[] = []
  const richer = new Map<number, Paper[]>()
  // Same title first: what fits exactly may claim a paper without own id before what only shares its key.
  const order = incoming.toSorted((a, b) => compareCodePoints(a.paper.id, b.paper.id))
  const rest: KeyedPaper[] = []
  const place = (keyed: KeyedPaper, at: number): void => {
    const more = richer.get(at)
    if (more) more.push(keyed.paper)
    else richer.set(at, [keyed.paper])
  }
  for (const keyed of order) {
    const at = index.findExact(keyed)
    if (at === null) rest.push(keyed)
    else place(keyed, at)
  }
  for (const keyed of rest) {
    const at = index.findByKey(keyed)
    if (at === null) additions.push(keyed)
    else place(keyed, at)
  }
  const updated: KeyedPaper[] = []
  for (const [at, papers] of richer) {
    const old = existing[at]
    const paper = { ...mergeFields([old.paper, ...papers]), id: old.paper.id }
    if (paperLine(paper) !== paperLine(old.paper)) updated.push({ ...old, paper })
  }
  const added = giveUniqueIds(additions, new Set(existing.map(({ paper }) => paper.id)))
  return {
    added,
    updated: updated.sort((a, b) => compareCodePoints(a.paper.id, b.paper.id)),
    duplicates: incoming.length - added.length,
  }
}
