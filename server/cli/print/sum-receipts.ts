import { dateSpan } from '../../../shared/period.ts'
import type { FilesReceipt, Receipt } from '../../../shared/receipt.ts'

/** Receipts of files that went into one collection one after the other, and their sum. Lines and records stay those of the files. */
export function sumReceipts(files: FilesReceipt['files']): FilesReceipt {
  const sum = (read: (receipt: Receipt) => number): number => files.reduce((total, file) => total + read(file), 0)
  return {
    format: same(files.map(({ format }) => format)),
    encoding: same(files.map(({ encoding }) => encoding)),
    records: sum(({ records }) => records),
    papers: sum(({ papers }) => papers),
    rejected: files.flatMap(({ rejected }) => rejected),
    duplicates: sum(({ duplicates }) => duplicates),
    titlesOnly: sum(({ titlesOnly }) => titlesOnly),
    inferredDates: sum(({ inferredDates }) => inferredDates),
    from: extreme(
      files.map(({ from }) => from),
      (a, b) => dateSpan(a).first < dateSpan(b).first,
    ),
    to: extreme(
      files.map(({ to }) => to),
      (a, b) => dateSpan(a).last > dateSpan(b).last,
    ),
    fields: sumFields(files),
    notes: [...new Set(files.flatMap(({ notes = [] }) => notes))],
    files,
  }
}

function same(values: readonly string[]): string {
  return new Set(values).size === 1 ? values[0] : 'mixed'
}

function extreme(dates: readonly (string | null)[], isBetter: (a: string, b: string) => boolean): string | null {
  return dates.reduce<string | null>((best, date) => {
    return date !== null && (best === null || isBetter(date, best)) ? date : best
  }, null)
}

function sumFields(files: readonly Receipt[]): Receipt['fields'] {
  const fields = new Map<string, Receipt['fields'][string]>()
  for (const [name, { column, papers }] of files.flatMap((file) => Object.entries(file.fields))) {
    const before = fields.get(name)
    // Columns that are called otherwise in another file have no one name.
    const shared = before === undefined || before.column === column ? column : null
    fields.set(name, { column: shared, papers: papers + (before?.papers ?? 0) })
  }
  return Object.fromEntries(fields)
}
