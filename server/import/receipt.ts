import { PAPER_FIELDS } from '../../shared/paper.ts'
import type { Paper } from '../../shared/paper.ts'
import type { FilesReceipt, Receipt, Rejection } from '../../shared/receipt.ts'
import type { KeyedPaper } from './identity/key.ts'

type ReceiptField = Exclude<keyof Paper, 'datePrecision' | 'dateInferred' | 'source'>

const FIELDS = PAPER_FIELDS.filter(
  (field): field is ReceiptField => field !== 'datePrecision' && field !== 'dateInferred' && field !== 'source',
)

/** What is known of an import besides its papers. */
export interface Account {
  format: string
  encoding: string
  rejected: Rejection[]
  /** Records that became papers, before duplicates were merged. */
  kept: number
  notes: string[]
  /** The column that a field was read from, as spelled in the file; null for none. */
  columnOf: (field: string) => string | null
}

/** The receipt of papers that were read and merged. */
export function receiptOf(papers: KeyedPaper[], account: Account): Receipt {
  const { format, encoding, rejected, kept, notes } = account
  return {
    format,
    encoding,
    records: kept + rejected.length,
    papers: papers.length,
    rejected,
    duplicates: kept - papers.length,
    titlesOnly: papers.filter(({ paper }) => paper.abstract === null).length,
    inferredDates: papers.filter(({ paper }) => paper.dateInferred).length,
    ...dateRange(papers),
    fields: fieldSources(papers, account),
    ...(notes.length > 0 ? { notes } : {}),
  }
}

/** Earliest and latest date in the order of their digits: `2024` is before `2024-08`. */
function dateRange(papers: KeyedPaper[]): { from: string | null; to: string | null } {
  let from: string | null = null
  let to: string | null = null
  for (const { paper } of papers) {
    if (paper.date === null) continue
    if (from === null || paper.date < from) from = paper.date
    if (to === null || paper.date > to) to = paper.date
  }
  return { from, to }
}

function fieldSources(papers: KeyedPaper[], { columnOf }: Account): Receipt['fields'] {
  const fields: Receipt['fields'] = {}
  const counts = FIELDS.map(() => 0)
  for (const { paper, ownId } of papers) {
    for (let i = 0; i < FIELDS.length; i++) if (FIELDS[i] === 'id' ? ownId : paper[FIELDS[i]] !== null) counts[i]++
  }
  for (const [i, field] of FIELDS.entries()) {
    const count = counts[i]
    const column = columnOf(field)
    // How many authors there are is only news where they are not named.
    const isNews = field !== 'authorCount' || column !== null || fields.authors === undefined
    if (count > 0 && isNews) fields[field] = { column, papers: count }
  }
  return fields
}

/** The receipt of several files: `papers` are what is left of all of them, and each file's own receipt stands beside. */
export function receiptOfFiles(papers: KeyedPaper[], files: FilesReceipt['files']): FilesReceipt {
  const same = (pick: (file: Receipt) => string): string => {
    const values = new Set(files.map(pick))
    return values.size === 1 ? [...values][0] : 'mixed'
  }
  const columns = (field: string): string | null => {
    const names = new Set(files.flatMap((file) => file.fields[field]?.column ?? []))
    return names.size === 0 ? null : [...names].join(', ')
  }
  const many = files.length > 1
  return {
    ...receiptOf(papers, {
      format: same((file) => file.format),
      encoding: same((file) => file.encoding),
      rejected: files.flatMap(({ file, rejected }) =>
        many ? rejected.map((rejection) => ({ ...rejection, reason: `${file}: ${rejection.reason}` })) : rejected,
      ),
      kept: files.reduce((sum, file) => sum + file.papers + file.duplicates, 0),
      notes: files.flatMap(({ file, notes = [] }) => notes.map((note) => (many ? `${file}: ${note}` : note))),
      columnOf: columns,
    }),
    files,
  }
}
