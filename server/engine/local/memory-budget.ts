import { TidemapError } from '../../../shared/error.ts'
import { MEMORY_HINT } from './messages.ts'

const MB = 1e6
/** What the processes take that hardly depends on the papers, and what each byte of them adds at most: 2 to 3.3 on 78, 215 and 1,140 MB. */
const BASE = 400 * MB
const PER_BYTE = 4

/** About the most memory that an analysis takes, the process that asked for it included: bytes for a snapshot of so many bytes. */
export function memoryNeeded(snapshotBytes: number): number {
  return BASE + PER_BYTE * snapshotBytes
}

/** Refuses, before anything is allocated, what would not fit: throws `unprocessable` with the figures. */
export function checkBudget(snapshotBytes: number, limitMb: number): void {
  const needed = Math.round(memoryNeeded(snapshotBytes) / MB)
  // The base is no reason: a small collection fits wherever a process does.
  if (needed <= limitMb || PER_BYTE * snapshotBytes <= BASE) return
  const papers = Math.round(snapshotBytes / MB)
  throw new TidemapError(
    'unprocessable',
    `an analysis of ${papers} MB of papers needs about ${needed} MB of memory, and may take ${limitMb} MB`,
    { hint: MEMORY_HINT },
  )
}
