import { PAPER_FIELDS } from '../../shared/paper.ts'
import type { Paper } from '../../shared/paper.ts'
import type { FilesReceipt, Receipt, Rejection } from '../../shared/receipt.ts'
import { FIELD_BITS, type SpooledPaper } from './spool/spooled-paper.ts'

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
export function receiptOf(papers: readonly SpooledPaper[], account: Account): Receipt {
  const { format, encoding, rejected, kept, notes, columnOf } = account
  const countOf = counter(papers)
  return {
    format,
    encoding,
    records: kept + rejected.length,
    papers: papers.length,
    rejected,
    duplicates: kept - papers.length,
    titlesOnly: papers.length - countOf('abstract'),
    inferredDates: countOf('dateInferred'),
    ...dateRange(papers),
    fields: fieldSources(countOf, columnOf),
    ...(notes.length > 0 ? { notes } : {}),
  }
}

/** Earliest and latest date in the order of their digits: `2024` is before `2024-08`. */
function dateRange(papers: readonly SpooledPaper[]): { from: string | null; to: string | null } {
  let from: string | null = null
  let to: string | null = null
  for (const { date } of papers) {
    if (date === null) continue
    if (from === null || date < from) from = date
    if (to === null || date > to) to = date
  }
  return { from, to }
}

/** How many papers say something in a field; an id counts where it is the record's own. */
type CountOf = (field: keyof Paper) => number

function counter(papers: readonly SpooledPaper[]): CountOf {
  // Papers say something in the same fields as many others: bits of the fields, that of the id only where it is the record's own → papers.
  const counts = new Map<number, number>()
  for (const { fields, ownId } of papers) {
    const said = ownId ? fields : fields & ~FIELD_BITS.id
    counts.set(said, (counts.get(said) ?? 0) + 1)
  }
  return (field) => {
    let sum = 0
    for (const [said, count] of counts) if ((said & FIELD_BITS[field]) !== 0) sum += count
    return sum
  }
}

function fieldSources(countOf: CountOf, columnOf: Account['columnOf']): Receipt['fields'] {
  const fields: Receipt['fields'] = {}
  for (const field of FIELDS) {
    const count = countOf(field)
    const column = columnOf(field)
    // How many authors there are is only news where they are not named.
    const isNews = field !== 'authorCount' || column !== null || fields.authors === undefined
    if (count > 0 && isNews) fields[field] = { column, papers: count }
  }
  return fields
}

/** The receipt of several files: `papers` are what is left of all of them, and each file's own receipt stands beside. */
export function receiptOfFiles(papers: readonly SpooledPaper[], files: FilesReceipt['files']): FilesReceipt {
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
