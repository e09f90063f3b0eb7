import { PAPER_FIELDS, paperLine, type Paper } from '../../../shared/paper.ts'
import type { KeyedPaper } from '../identity/key.ts'
import type { RecordAccess, RecordIdentity } from '../identity/record-identity.ts'
import type { Spool } from './spool.ts'

/** What is kept of a paper whose line is in a spool: what identity and receipts ask for, and where the rest is. */
export interface SpooledPaper extends RecordIdentity {
  date: string | null
  /** Bit i: field i of a paper says something (`dateInferred`: is true). */
  fields: number
  /** Place of its line in the spool, and its bytes with the LF. */
  start: number
  length: number
}

/** The bit of each field in `fields`. */
export const FIELD_BITS = Object.fromEntries(PAPER_FIELDS.map((field, i) => [field, 1 << i])) as Record<
  keyof Paper,
  number
>

/** Which fields of a paper say something, as `SpooledPaper` has them. */
export function fieldBits(paper: Paper): number {
  let bits = 0
  for (let i = 0; i < PAPER_FIELDS.length; i++) {
    const value = paper[PAPER_FIELDS[i]]
    if (value !== null && value !== false) bits |= 1 << i
  }
  return bits
}

/** Appends the line of a paper to a spool. */
export function spoolPaper({ key, ownId, paper }: KeyedPaper, spool: Spool): SpooledPaper {
  const line = new TextEncoder().encode(`${paperLine(paper)}\n`)
  const { id, doi, date } = paper
  return { key, ownId, id, doi, date, fields: fieldBits(paper), start: spool.append(line), length: line.length }
}

/** Reads a paper again from its spool. */
export function loadPaper({ key, ownId, start, length }: SpooledPaper, spool: Spool): KeyedPaper {
  const line = new TextDecoder().decode(spool.read(start, length))
  return { key, ownId, paper: JSON.parse(line) as Paper }
}

/** The papers of a spool for who merges records. */
export function accessTo(spool: Spool): RecordAccess<SpooledPaper> {
  return { load: (paper) => loadPaper(paper, spool), store: (keyed) => spoolPaper(keyed, spool) }
}
