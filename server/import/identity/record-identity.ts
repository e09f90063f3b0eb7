import { readArxivId } from '../record/identifiers.ts'
import { hash } from './key.ts'
import type { KeyedPaper } from './key.ts'

/** A record as far as it takes to tell which records are one paper, most of the time. */
export interface RecordIdentity {
  /** `doi:…`, `arxiv:…` or `sha:…`. */
  key: string
  /** Whether `id` is the record's own. */
  ownId: boolean
  id: string
  doi: string | null
}

/** How to come from records to their papers, wherever those are, and back. */
export interface RecordAccess<R extends RecordIdentity> {
  load: (record: R) => KeyedPaper
  store: (keyed: KeyedPaper) => R
}

/** An own id as ids are compared: an arXiv id without its version, and without the suffix of a second paper on one id. */
export function comparableId({ key, ownId, id }: Omit<RecordIdentity, 'doi'>): string | null {
  if (!ownId) return null
  const suffix = id.includes('~') ? /^(.+)~([0-9a-f]{8,64})$/.exec(id) : null
  const own = suffix && hash(key, 64).startsWith(suffix[2]) ? suffix[1] : id
  const arxiv = readArxivId(own)
  return arxiv === null ? own : `arxiv:${arxiv}`
}

/** A paper in memory that is its own record. */
export interface PaperRecord extends RecordIdentity {
  keyed: KeyedPaper
}

/** The record of a paper in memory. */
export function recordOf(keyed: KeyedPaper): PaperRecord {
  const { key, ownId, paper } = keyed
  return { key, ownId, id: paper.id, doi: paper.doi, keyed }
}

export const PAPERS_IN_MEMORY: RecordAccess<PaperRecord> = { load: ({ keyed }) => keyed, store: recordOf }
