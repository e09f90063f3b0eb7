import { getHeapStatistics } from 'node:v8'
import { childEntry, runChild } from '../../jobs/child.ts'
import type { ImportFlags } from '../options.ts'
import type { ProgressBar } from '../print/progress-bar.ts'
import { errorOfFault, type Fault } from './fault.ts'
import type { Imported } from './import-here.ts'
import type { FileContext } from './read-papers.ts'

export interface ImportSpec {
  /** Existing folder for the snapshot. */
  dir: string
  /** What the person gives an analysis, in megabytes; an import gets no less than any process does. */
  memoryMb: number
}

/** What the process that imports is asked. */
export interface ImportRequest {
  cwd: string
  names: readonly string[]
  flags: ImportFlags
  dir: string
}

/** What it answers: an error of any kind is an answer, too. */
export type ImportAnswer = { imported: Imported } | { fault: Fault }

/** What it says of the bytes that it has read: the words and the share of a progress bar. */
export type ImportProgress = Parameters<ProgressBar['show']>

/** `importHere` in a process of its own, which is gone when this settles. It says, throws and leaves the same. */
export async function importElsewhere(
  { cwd, signal }: FileContext,
  bar: ProgressBar,
  names: readonly string[],
  { encoding, skipBad, asOf }: ImportFlags,
  { dir, memoryMb }: ImportSpec,
): Promise<Imported> {
  const flags: ImportFlags = { encoding, asOf, ...(skipBad === undefined ? {} : { skipBad }) }
  const request: ImportRequest = { cwd, names, flags, dir }
  try {
    const answer = await runChild<ImportAnswer>(childEntry('import-child', import.meta.url), request, {
      what: 'reading files',
      heapMb: Math.max(memoryMb, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20)),
      signal,
      onProgress: (progress) => bar.show(...(progress as ImportProgress)),
    })
    if ('fault' in answer) throw errorOfFault(answer.fault)
    const { imported } = answer
    return { ...imported, peakMemoryBytes: imported.peakMemoryBytes + process.memoryUsage.rss() }
  } finally {
    bar.clear()
  }
}
