import { compareCodePoints, paperLine } from '../../shared/paper.ts'
import type { Paper } from '../../shared/paper.ts'
import { Existing } from './identity/existing.ts'
import { groupRecords } from './identity/groups.ts'
import { hash, normalTitle } from './identity/key.ts'
import type { KeyedPaper } from './identity/key.ts'
import { mergeFields, richestFirst } from './identity/merge-fields.ts'
import { PAPERS_IN_MEMORY, recordOf, type RecordAccess, type RecordIdentity } from './identity/record-identity.ts'

/** Papers out of records: duplicates merged, ids unique, sorted by id; the same for any order of the records. */
export function mergeRecords(records: KeyedPaper[]): KeyedPaper[] {
  return mergeIdentified(records.map(recordOf), PAPERS_IN_MEMORY).map(({ keyed }) => keyed)
}

/** `mergeRecords` for records whose papers may be anywhere: few of them are loaded, most of the time. */
export function mergeIdentified<R extends RecordIdentity>(records: readonly R[], access: RecordAccess<R>): R[] {
  const { single, together } = groupRecords(records, (record) => normalTitle(access.load(record).paper.title))
  for (const group of together) single.push(access.store(mergeGroup(group.map((record) => access.load(record)))))
  return giveUniqueIds(single, new Set(), access)
}

function mergeGroup(group: KeyedPaper[]): KeyedPaper {
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
function giveUniqueIds<R extends RecordIdentity>(
  papers: readonly R[],
  taken: Set<string>,
  access: RecordAccess<R>,
): R[] {
  const lineOf = (record: R): string => paperLine(access.load(record).paper)
  const order = papers.toSorted(
    (a, b) => compareCodePoints(a.id, b.id) || compareKeys(a.key, b.key) || compareCodePoints(lineOf(a), lineOf(b)),
  )
  // Most ids occur once, and then all is done.
  if (taken.size === 0 && order.every(({ id }, i) => i === 0 || id !== order[i - 1].id)) return order
  // Plain ids first: a suffix must not take what another record calls itself.
  const late: R[] = []
  const given: R[] = []
  for (const record of order) {
    if (taken.has(record.id)) late.push(record)
    else {
      taken.add(record.id)
      given.push(record)
    }
  }
  if (late.length === 0) return given
  for (const record of late) {
    const all = hash(record.key, 64)
    let length = 8
    let id = `${record.id}~${all.slice(0, length)}`
    while (taken.has(id) && length < 64) id = `${record.id}~${all.slice(0, ++length)}`
    for (let n = 2; taken.has(id); n++) id = `${record.id}~${all}${n}`
    taken.add(id)
    const keyed = access.load(record)
    given.push(access.store({ ...keyed, paper: { ...keyed.paper, id } }))
  }
  return given.sort((a, b) => compareCodePoints(a.id, b.id))
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
  const taken = new Set(existing.map(({ paper }) => paper.id))
  const added = giveUniqueIds(additions.map(recordOf), taken, PAPERS_IN_MEMORY).map(({ keyed }) => keyed)
  return {
    added,
    updated: updated.sort((a, b) => compareCodePoints(a.paper.id, b.paper.id)),
    duplicates: incoming.length - added.length,
  }
}
