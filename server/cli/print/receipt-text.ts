import type { FilesReceipt, Receipt } from '../../../shared/receipt.ts'
import { count, plain, plural } from './words.ts'

const REJECTIONS_SHOWN = 10

/** A receipt as a few lines: what was read, what was left out and why, what was assumed. */
function receiptText(receipt: Receipt & { file: string }): string {
  const { papers, rejected, inferredDates, from, to } = receipt
  const dates = from === null || to === null ? 'no dates' : from === to ? `dated ${from}` : `dated ${from} to ${to}`
  const inferred = inferredDates > 0 ? `, ${count(inferredDates)} of them worked out` : ''
  const fields = Object.entries(receipt.fields).map(([field, { column, papers: having }]) => {
    const source = column === null || column === field ? '' : ` from ${plain(column)}`
    return `${field}${source}${having === papers ? '' : ` (${count(having)})`}`
  })
  const lines = [
    `${plain(receipt.file)}: ${receipt.format}, ${receipt.encoding}`,
    `  ${totals(receipt)}`,
    `  ${dates}${inferred}`,
    ...(fields.length > 0 ? [`  fields: ${fields.join(', ')}`] : []),
    ...rejected.slice(0, REJECTIONS_SHOWN).map(({ line, reason }) => `  line ${line} rejected: ${plain(reason)}`),
    ...(rejected.length > REJECTIONS_SHOWN
      ? [`  and ${count(rejected.length - REJECTIONS_SHOWN)} more rejected (--json lists them all)`]
      : []),
    ...(receipt.notes ?? []).map((note) => `  note: ${plain(note)}`),
  ]
  return `${lines.join('\n')}\n`
}

/** Each file's receipt, and their sum where there are several. */
export function filesReceiptText(receipt: FilesReceipt): string {
  const { files, ...sum } = receipt
  const each = files.map(receiptText).join('')
  // Each file has said its own notes and rejections already.
  return files.length > 1 ? `${each}together: ${totals(sum)}\n` : each
}

function totals({ records, papers, rejected, duplicates, titlesOnly }: Receipt): string {
  const parts = [plural(papers, 'paper'), `${count(rejected.length)} rejected`, plural(duplicates, 'duplicate')]
  if (titlesOnly > 0) parts.push(`${count(titlesOnly)} without an abstract`)
  return `${plural(records, 'record')}: ${parts.join(', ')}`
}
