import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FilesReceipt } from '../../../shared/receipt.ts'
import { peakMemory } from '../../engine/local/peak-memory.ts'
import type { ImportFlags } from '../options.ts'
import type { ProgressBar } from '../print/progress-bar.ts'
import { FileSpool, SpoolFault } from './file-spool.ts'
import { type FileContext, spoolPapers } from './read-papers.ts'

/** What an import leaves. */
export interface Imported {
  /** Path of the papers: JSON Lines, by id. */
  snapshot: string
  receipt: FilesReceipt
  /** The dates that occur, each once. */
  dates: string[]
  /** Peak resident memory so far, of the command and who imports for it. */
  peakMemoryBytes: number
}

/** Files → `snapshot.jsonl` in a folder; no more of the papers is held than what tells duplicates. */
export async function importHere(
  context: FileContext,
  bar: ProgressBar,
  names: readonly string[],
  flags: ImportFlags,
  { dir }: { dir: string },
): Promise<Imported> {
  const snapshot = join(dir, 'snapshot.jsonl')
  const path = join(dir, 'spool.jsonl')
  const spool = new FileSpool(path)
  try {
    const { papers, receipt } = await spoolPapers(context, bar, names, flags, spool)
    spool.become(snapshot, papers)
    const dates = new Set<string>()
    for (const { date } of papers) if (date !== null) dates.add(date)
    return { snapshot, receipt, dates: [...dates], peakMemoryBytes: peakMemory() }
  } catch (error) {
    // What is wrong with the disk is said as the system says it: a full one is no fault of ours.
    throw error instanceof SpoolFault ? error.cause : error
  } finally {
    spool.close()
    rmSync(path, { force: true })
  }
}
