import type { Paper } from '../../../shared/paper.ts'
import type { Receipt } from '../../../shared/receipt.ts'
import { childEntry, runChild } from '../child.ts'

export interface ReadRequest {
  type: 'read'
  /** Name of the file as the person knows it; its ending helps to tell the format. */
  name: string
  /** The bytes as they came, in staging. */
  file: string
  /** Where the papers go: JSON Lines of `PaperRow`, sorted by id. */
  papers: string
  encoding: string
  skipBad: boolean
  /** YYYY-MM-DD. */
  asOf: string
}

export interface ReadAnswer {
  receipt: Receipt
  /** The first papers of the file. */
  sample: Paper[]
}

export interface MergeRequest {
  type: 'merge'
  /** Papers of the collection that may be the same, and those of the file. */
  candidates: string
  papers: string
  /** Where papers to add, and papers of the collection that became richer, go. */
  added: string
  updated: string
  /** Of the file alone. */
  receipt: Receipt
}

export interface MergeAnswer {
  /** How many papers became richer; 0 leaves no file. */
  updates: number
  /** Of the file in the collection. */
  receipt: Receipt
}

/** Bytes → papers, and papers + collection → what is new; works on staging files alone. */
export interface Importer {
  read(request: Omit<ReadRequest, 'type'>, signal?: AbortSignal): Promise<ReadAnswer>
  merge(request: Omit<MergeRequest, 'type'>, signal?: AbortSignal): Promise<MergeAnswer>
}

const DEADLINE_MS = 5 * 60_000

/** Reads files in a child process each, with a deadline and a heap of its own: no file can hold up or bring down the server. */
export function createImporter({ heapMb }: { heapMb: number }): Importer {
  const entry = childEntry('import-child', import.meta.url)
  const ask = <T>(request: ReadRequest | MergeRequest, signal: AbortSignal | undefined): Promise<T> =>
    runChild(entry, request, { what: 'reading papers', heapMb, deadlineMs: DEADLINE_MS, signal })
  return {
    read: (request, signal) => ask({ type: 'read', ...request }, signal),
    merge: (request, signal) => ask({ type: 'merge', ...request }, signal),
  }
}
