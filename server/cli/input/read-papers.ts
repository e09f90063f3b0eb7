import type { FilesReceipt } from '../../../shared/receipt.ts'
import type { ImportOptions, KeyedPaper } from '../../import/read-file.ts'
import { readFiles, spoolFiles, type NamedBytes } from '../../import/read-files.ts'
import type { Spool } from '../../import/spool/spool.ts'
import type { SpooledPaper } from '../../import/spool/spooled-paper.ts'
import { builtLines } from '../../jobs/import/built-lines.ts'
import type { CliContext } from '../context.ts'
import type { ImportFlags } from '../options.ts'
import { FileError } from '../print/error-lines.ts'
import { progressBar, type ProgressBar } from '../print/progress-bar.ts'
import { SpoolFault } from './file-spool.ts'
import { findFiles, sizeOf } from './find-files.ts'
import { watchBytes } from './watch-bytes.ts'

/** What reading files takes of a command. */
export type FileContext = Pick<CliContext, 'cwd' | 'stdin' | 'signal'>

/** Reads the papers of the files that a person named, without duplicates and by id. Throws a FileError where one cannot be read. */
export function readPapers(
  context: CliContext,
  names: readonly string[],
  flags: ImportFlags,
): Promise<{ papers: KeyedPaper[]; receipt: FilesReceipt }> {
  return withFiles(context, progressBar(context), names, flags, readFiles)
}

/** `readPapers` with the papers in a spool; `bar` shows how far it is. Throws a SpoolFault where the spool, not a file, is at fault. */
export function spoolPapers(
  context: FileContext,
  bar: ProgressBar,
  names: readonly string[],
  flags: ImportFlags,
  spool: Spool,
): Promise<{ papers: SpooledPaper[]; receipt: FilesReceipt }> {
  return withFiles(context, bar, names, flags, (files, options) => spoolFiles(files, options, spool))
}

/** Opens files one after the other as they are read, with a progress bar. */
async function withFiles<T>(
  context: FileContext,
  bar: ProgressBar,
  names: readonly string[],
  { encoding, skipBad = false, asOf }: ImportFlags,
  read: (files: readonly NamedBytes[], options: ImportOptions) => Promise<T>,
): Promise<T> {
  const files = findFiles(names, context.cwd, context.stdin)
  const total = sizeOf(files)
  let seen = 0
  // Files are read one after the other, so the one that was opened last is the one at fault.
  let reading = files[0].name
  const watched = files.map((file) => ({
    name: file.name,
    bytes: watchBytes(file, context.signal, {
      onOpen: () => (reading = file.name),
      onBytes: (length) => bar.show('Reading files', total === null ? null : (seen += length) / Math.max(1, total)),
    }),
  }))
  try {
    return await read(watched, { encoding, skipBad, asOf, lines: builtLines() })
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof SpoolFault) throw error
    throw new FileError(reading, error)
  } finally {
    bar.clear()
  }
}
