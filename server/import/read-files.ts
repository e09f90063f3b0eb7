import { TidemapError } from '../../shared/error.ts'
import type { FilesReceipt } from '../../shared/receipt.ts'
import type { Bytes } from './bytes/unpack.ts'
import { mergeIdentified } from './identity.ts'
import type { KeyedPaper } from './identity/key.ts'
import { spoolFile } from './read-file.ts'
import type { ImportOptions } from './read-file.ts'
import { receiptOfFiles } from './receipt.ts'
import { MemorySpool, type Spool } from './spool/spool.ts'
import { accessTo, loadPaper, type SpooledPaper } from './spool/spooled-paper.ts'

/**
 * Reads several files as one collection: duplicates across them are merged and counted. The first file that cannot be read
 * refuses all; the error's `cause` is then a FileFault that names it.
 */
export async function readFiles(
  files: readonly NamedBytes[],
  options: ImportOptions,
): Promise<{ papers: KeyedPaper[]; receipt: FilesReceipt }> {
  const spool = new MemorySpool()
  const { papers, receipt } = await spoolFiles(files, options, spool)
  return { papers: papers.map((paper) => loadPaper(paper, spool)), receipt }
}

/** `readFiles`, with the papers in a spool. */
export async function spoolFiles(
  files: readonly NamedBytes[],
  options: ImportOptions,
  spool: Spool,
): Promise<{ papers: SpooledPaper[]; receipt: FilesReceipt }> {
  const all: SpooledPaper[] = []
  const receipts: FilesReceipt['files'] = []
  for (const { name, bytes } of files) {
    try {
      const { papers, receipt } = await spoolFile(name, bytes, options, spool)
      for (const paper of papers) all.push(paper)
      receipts.push({ file: name, ...receipt })
    } catch (error) {
      if (!(error instanceof TidemapError)) throw error
      const { code, message, hint, line } = error
      throw new TidemapError(code, message, { hint, line, cause: { file: name, error } satisfies FileFault })
    }
  }
  const papers = receipts.length > 1 ? mergeIdentified(all, accessTo(spool)) : all
  return { papers, receipt: receiptOfFiles(papers, receipts) }
}

export interface NamedBytes {
  name: string
  bytes: Bytes
}

/** Which of several files an error is about. */
export interface FileFault {
  file: string
  error: TidemapError
}
