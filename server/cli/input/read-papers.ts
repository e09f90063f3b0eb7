import type { FilesReceipt } from '../../../shared/receipt.ts'
import type { KeyedPaper } from '../../import/read-file.ts'
import { readFiles } from '../../import/read-files.ts'
import type { CliContext } from '../context.ts'
import type { ImportFlags } from '../options.ts'
import { FileError } from '../print/error-lines.ts'
import { progressBar } from '../print/progress-bar.ts'
import { findFiles } from './find-files.ts'
import { watchBytes } from './watch-bytes.ts'

/** Papers of files, without duplicates and by id, and what happened to every record. */
export interface PapersRead {
  papers: KeyedPaper[]
  receipt: FilesReceipt
}

/** Reads the files that a person named, on `threads` threads, with a progress bar. Throws a FileError where one cannot be read. */
export async function readPapers(
  context: CliContext,
  names: readonly string[],
  { encoding, skipBad = false, asOf }: ImportFlags,
  threads = 1,
): Promise<PapersRead> {
  const files = findFiles(names, context.cwd, context.stdin)
  const bar = progressBar(context)
  const total = files.reduce<number | null>((sum, { size }) => (sum === null || size === null ? null : sum + size), 0)
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
    return await readFiles(watched, { encoding, skipBad, asOf, threads })
  } catch (error) {
    context.signal.throwIfAborted()
    throw new FileError(reading, error)
  } finally {
    bar.clear()
  }
}
