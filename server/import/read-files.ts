import { TidemapError } from '../../shared/error.ts'
import type { FilesReceipt } from '../../shared/receipt.ts'
import type { Bytes } from './bytes/unpack.ts'
import { mergeRecords } from './identity.ts'
import type { KeyedPaper } from './identity/key.ts'
import { readFile } from './read-file.ts'
import type { ImportOptions } from './read-file.ts'
import { receiptOfFiles } from './receipt.ts'

/**
 * Reads several files as one collection: duplicates across them are merged and counted. The first file that cannot be read
 * refuses all; the error's `cause` is then a FileFault that names it.
 */
export async function readFiles(
  files: { name: string; bytes: Bytes }[],
  options: ImportOptions,
): Promise<{ papers: KeyedPaper[]; receipt: FilesReceipt }> {
  const all: KeyedPaper[] = []
  const receipts: FilesReceipt['files'] = []
  for (const { name, bytes } of files) {
    try {
      const { papers, receipt } = await readFile(name, bytes, options)
      for (const paper of papers) all.push(paper)
      receipts.push({ file: name, ...receipt })
    } catch (error) {
      if (!(error instanceof TidemapError)) throw error
      const { code, message, hint, line } = error
      throw new TidemapError(code, message, { hint, line, cause: { file: name, error } satisfies FileFault })
    }
  }
  const papers = receipts.length > 1 ? mergeRecords(all) : all
  return { papers, receipt: receiptOfFiles(papers, receipts) }
}

/** Which of several files an error is about. */
export interface FileFault {
  file: string
  error: TidemapError
}
