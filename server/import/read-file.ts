import { TidemapError } from '../../shared/error.ts'
import type { Receipt } from '../../shared/receipt.ts'
import { BatchReader } from './batches/batch-reader.ts'
import { lineBatches } from './batches/line-batches.ts'
import type { LineModule } from './batches/line-module.ts'
import { openText, textOf } from './bytes/decode.ts'
import type { Encoding } from './bytes/decode.ts'
import { unpack } from './bytes/unpack.ts'
import type { Bytes } from './bytes/unpack.ts'
import { detect } from './detect.ts'
import { mergeIdentified } from './identity.ts'
import type { KeyedPaper } from './identity/key.ts'
import { Intake } from './intake.ts'
import { asUtf8, jsonLines } from './readers/json-lines.ts'
import type { Sink } from './readers/reader.ts'
import { receiptOf } from './receipt.ts'
import { MemorySpool, type Spool } from './spool/spool.ts'
import { accessTo, loadPaper, type SpooledPaper } from './spool/spooled-paper.ts'

export type { KeyedPaper } from './identity/key.ts'

/** How a file is to be read. */
export interface ImportOptions {
  /** `auto` (default: byte order mark, else UTF-8), `utf-8`, `utf-16le`, `utf-16be` or `latin1` (windows-1252). */
  encoding?: string | undefined
  /** Lists malformed records in the receipt instead of refusing the file; default false. */
  skipBad?: boolean | undefined
  /** The date, as `2025-12-16`, that bounds dates without a year: today, usually. Import reads no clock. */
  asOf: string
  /** What reads most lines of JSON, compiled; TypeScript reads the same, later, where there is none (default). */
  lines?: LineModule | null | undefined
}

export interface ImportResult {
  /** Without duplicates, ids unique, sorted by id. */
  papers: KeyedPaper[]
  receipt: Receipt
}

export interface SpooledResult {
  /** As in `ImportResult`, but their lines are in the spool, in any order and among others. */
  papers: SpooledPaper[]
  receipt: Receipt
}

/**
 * Reads one file: unpacks, decodes, finds its format, and turns records into papers. Its name decides nothing. Throws
 * TidemapError, with the line where there is one; then nothing of the file counts.
 */
export async function readFile(name: string, bytes: Bytes, options: ImportOptions): Promise<ImportResult> {
  const spool = new MemorySpool()
  const { papers, receipt } = await spoolFile(name, bytes, options, spool)
  return { papers: papers.map((paper) => loadPaper(paper, spool)), receipt }
}

/** `readFile`, with the papers in a spool. */
export async function spoolFile(
  name: string,
  bytes: Bytes,
  options: ImportOptions,
  spool: Spool,
): Promise<SpooledResult> {
  try {
    return await read(bytes, options, spool)
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
): Promise<{ format: string; encoding: Encoding; read: (sink: Sink) => Promise<void>; utf8: () => Utf8Bytes }> {
  const { encoding, head, bytes: all } = await openText(unpack(bytes), choice)
  const reader = detect(head, asOf)
  return {
    format: reader.format,
    encoding,
    read: (sink) => reader.read(textOf(all, encoding), sink),
    // Where no line ends with LF, a CR may be a line end.
    utf8: () => (encoding === 'utf-8' && head.includes('\n') ? all : asUtf8(textOf(all, encoding))),
  }
}

/** The text of a file as UTF-8, line ends as they are where LF is one. */
type Utf8Bytes = AsyncIterable<Uint8Array>

async function read(
  bytes: Bytes,
  { skipBad = false, lines = null, ...options }: ImportOptions,
  spool: Spool,
): Promise<SpooledResult> {
  const records = await openRecords(bytes, options)
  const { format, encoding } = records
  const intake = new Intake(format, skipBad, spool)
  if (format === jsonLines.format) {
    const reader = new BatchReader(lines, intake)
    for await (const batch of lineBatches(records.utf8())) reader.read(batch)
    reader.end()
  } else await records.read(intake)
  intake.refuseNothing()
  const papers = mergeIdentified(intake.papers, accessTo(spool))
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
