import { TidemapError } from '../../shared/error.ts'
import type { Receipt } from '../../shared/receipt.ts'
import { takeBatch } from './batches/batch-records.ts'
import { lineBatches } from './batches/line-batches.ts'
import { readBatches } from './batches/read-batches.ts'
import { decode } from './bytes/decode.ts'
import type { Encoding } from './bytes/decode.ts'
import { unpack } from './bytes/unpack.ts'
import type { Bytes } from './bytes/unpack.ts'
import { detect, HEAD_LENGTH } from './detect.ts'
import { mergeRecords } from './identity.ts'
import type { KeyedPaper } from './identity/key.ts'
import { Intake } from './intake.ts'
import { jsonLines } from './readers/json-lines.ts'
import type { Sink } from './readers/reader.ts'
import { receiptOf } from './receipt.ts'

export type { KeyedPaper } from './identity/key.ts'

/** How a file is to be read. */
export interface ImportOptions {
  /** `auto` (default: byte order mark, else UTF-8), `utf-8`, `utf-16le`, `utf-16be` or `latin1` (windows-1252). */
  encoding?: string | undefined
  /** Lists malformed records in the receipt instead of refusing the file; default false. */
  skipBad?: boolean | undefined
  /** The date, as `2025-12-16`, that bounds dates without a year: today, usually. Import reads no clock. */
  asOf: string
  /** Threads that may read records, where the format allows: one by default, two at most. What is read does not depend on them. */
  threads?: number | undefined
}

export interface ImportResult {
  /** Without duplicates, ids unique, sorted by id. */
  papers: KeyedPaper[]
  receipt: Receipt
}

/**
 * Reads one file: unpacks, decodes, finds its format, and turns records into papers. Its name decides nothing. Throws
 * TidemapError, with the line where there is one; then nothing of the file counts.
 */
export async function readFile(name: string, bytes: Bytes, options: ImportOptions): Promise<ImportResult> {
  try {
    return await read(bytes, options)
  } catch (error) {
    // A reader that fails on odd input must not take the process with it, nor tell a person about its insides.
    if (error instanceof TidemapError || !(error instanceof RangeError)) throw error
    throw new TidemapError('unprocessable', `file too large or too deeply nested to read: ${name}`, { cause: error })
  }
}

/** Finds out what a file is, before any record of it is read. Throws as `readFile` does. */
export async function openRecords(
  bytes: Bytes,
  { encoding: choice, asOf }: Pick<ImportOptions, 'encoding' | 'asOf'>,
): Promise<{ format: string; encoding: Encoding; text: AsyncIterable<string>; read: (sink: Sink) => Promise<void> }> {
  const { encoding, text } = await decode(unpack(bytes), choice)
  const { head, rest } = await peekText(text)
  const reader = detect(head, asOf)
  return { format: reader.format, encoding, text: rest, read: (sink) => reader.read(rest, sink) }
}

async function read(bytes: Bytes, { skipBad = false, threads = 1, ...options }: ImportOptions): Promise<ImportResult> {
  const records = await openRecords(bytes, options)
  const { format, encoding } = records
  const intake = new Intake(format, skipBad)
  if (threads > 1 && format === jsonLines.format) {
    await readBatches(lineBatches(records.text), (batch) => takeBatch(batch, intake))
  } else await records.read(intake)
  intake.refuseNothing()
  const papers = mergeRecords(intake.papers)
  const receipt = receiptOf(papers, {
    format,
    encoding,
    rejected: intake.rejected,
    kept: intake.papers.length,
    notes: intake.notes,
    columnOf: (field) =>
      intake.names.columnOf(field) ??
      (field === 'date' ? (intake.names.columnOf('year') ?? intake.names.columnOf('lateDate')) : null),
  })
  return { papers, receipt }
}

/** The first part of a text, and all of it again from the start. */
async function peekText(text: AsyncGenerator<string>): Promise<{ head: string; rest: AsyncGenerator<string> }> {
  let head = ''
  // White space alone says nothing: an empty file is one that holds nothing else.
  while (head.length < HEAD_LENGTH) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  async function* rest(): AsyncGenerator<string> {
    if (head !== '') yield head
    yield* text
  }
  return { head, rest: rest() }
}
