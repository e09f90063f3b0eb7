import { compareCodePoints, type Paper } from '../../../shared/paper.ts'
import type { Receipt } from '../../../shared/receipt.ts'
import type { mergePapers } from '../../import/identity.ts'
import type { KeyedPaper } from '../../import/identity/key.ts'
import { readLines, writeLines } from '../lines.ts'
import type { MergeAnswer, MergeRequest } from './importer.ts'
import { keyedOf, rowOf, type PaperRow } from './paper-row.ts'

/** Tells which papers of the file the collection has already, and writes what is to be added and changed. */
export async function mergeRows(request: MergeRequest, merge: typeof mergePapers): Promise<MergeAnswer> {
  const existing = await readPapers(request.candidates)
  const incoming = await readPapers(request.papers)
  const { added, updated } = merge(existing, incoming)
  writeLines(request.added, added.map(rowOf))
  if (updated.length > 0) writeLines(request.updated, updated.map(rowOf))
  return {
    updates: updated.length,
    receipt: receiptInCollection(request.receipt, added),
  }
}

/** The receipt once it is known which papers are new: the others count as duplicates, and every count is of the new ones. */
function receiptInCollection(receipt: Receipt, added: readonly KeyedPaper[]): Receipt {
  const known = receipt.papers - added.length
  const fields = Object.entries(receipt.fields).map(([field, source]) => {
    const papers = added.filter((keyed) => hasValue(keyed, field)).length
    return [field, { ...source, papers: Math.min(papers, source.papers) }] as const
  })
  return {
    ...receipt,
    papers: added.length,
    duplicates: receipt.duplicates + known,
    titlesOnly: added.filter(({ paper }) => paper.abstract === null).length,
    inferredDates: added.filter(({ paper }) => paper.dateInferred).length,
    ...datesOf(added),
    fields: Object.fromEntries(fields),
    notes: [...(receipt.notes ?? []), knownNote(known, added.length)].filter((note) => note !== ''),
  }
}

function knownNote(known: number, added: number): string {
  if (known === 0) return ''
  if (added === 0) return 'every paper of this file was in the collection already'
  return known === 1 ? '1 paper was in the collection already' : `${known} papers were in the collection already`
}

/** Earliest and latest date in the order of their digits, as the receipt of a file has them. */
function datesOf(added: readonly KeyedPaper[]): Pick<Receipt, 'from' | 'to'> {
  const dates = added.flatMap(({ paper }) => paper.date ?? []).sort(compareCodePoints)
  return { from: dates[0] ?? null, to: dates.at(-1) ?? null }
}

/** An id counts where it is the record's own. */
function hasValue({ paper, ownId }: KeyedPaper, field: string): boolean {
  return field === 'id' ? ownId : (paper[field as keyof Paper] ?? null) !== null
}

async function readPapers(file: string): Promise<KeyedPaper[]> {
  const papers: KeyedPaper[] = []
  for await (const row of readLines<PaperRow>(file)) papers.push(keyedOf(row))
  return papers
}
