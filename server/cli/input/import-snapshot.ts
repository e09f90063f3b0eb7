import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FilesReceipt } from '../../../shared/receipt.ts'
import type { CliContext } from '../context.ts'
import type { ImportFlags } from '../options.ts'
import { FileSpool } from './file-spool.ts'
import { spoolPapers } from './read-papers.ts'

/** Files → `snapshot.jsonl` in a folder, papers by id, the receipt, and the dates that occur; no more of the papers is held than what tells duplicates. */
export async function importSnapshot(
  context: CliContext,
  names: readonly string[],
  flags: ImportFlags,
  { dir, threads }: { dir: string; threads: number },
): Promise<{ snapshot: string; receipt: FilesReceipt; dates: string[] }> {
  const snapshot = join(dir, 'snapshot.jsonl')
  const path = join(dir, 'spool.jsonl')
  const spool = new FileSpool(path)
  try {
    const { papers, receipt } = await spoolPapers(context, names, flags, spool, threads)
    spool.become(snapshot, papers)
    const dates = new Set(papers.flatMap(({ date }) => date ?? []))
    return { snapshot, receipt, dates: [...dates] }
  } finally {
    spool.close()
    rmSync(path, { force: true })
  }
}
