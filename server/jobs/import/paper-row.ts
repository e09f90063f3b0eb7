import { PAPER_FIELDS, type Paper } from '../../../shared/paper.ts'
import { dateSpan } from '../../../shared/period.ts'
import { keyOf, type KeyedPaper } from '../../import/identity/key.ts'
import { comparableId } from '../../import/identity/record-identity.ts'

/** A paper as staging files and the store keep it. */
export type PaperRow = Paper & {
  key: string
  /** The key that it would have today: a later record may have brought its DOI. */
  keyNow: string
  /** Its own id as ids are compared; null without one. */
  sameId: string | null
  ownId: boolean
  /** Days that its date may mean, since 1970-01-01; null without a date. */
  firstDay: number | null
  lastDay: number | null
}

/** The row of a paper. Throws `bad-request` for a date that is none. */
export function rowOf(keyed: KeyedPaper): PaperRow {
  const { key, ownId, paper } = keyed
  const span = paper.date === null ? null : dateSpan(paper.date)
  return {
    ...paper,
    key,
    keyNow: keyOf(paper),
    sameId: comparableId({ key, ownId, id: paper.id }),
    ownId,
    firstDay: span?.first ?? null,
    lastDay: span?.last ?? null,
  }
}

/** The paper of a row. */
export function keyedOf(row: PaperRow): KeyedPaper {
  const paper = Object.fromEntries(PAPER_FIELDS.map((field) => [field, row[field]])) as Paper
  return { key: row.key, ownId: row.ownId, paper }
}
