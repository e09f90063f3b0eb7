import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import type { Spool } from '../../import/spool/spool.ts'
import type { SpooledPaper } from '../../import/spool/spooled-paper.ts'
import { copyLines } from './copy-lines.ts'

/** Bytes that are gathered before they are written. */
const PIECE = 1 << 20

/** The disk failed, not the file that was read: `cause` says how. */
export class SpoolFault extends Error {}

/** A spool on disk. */
export class FileSpool implements Spool {
  readonly #path: string
  readonly #file: number
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #written = 0

  /** `path`: a file that is not there yet. */
  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'wx+')
  }

  append(lines: Uint8Array): number {
    const start = this.#written + this.#waitingBytes
    this.#waiting.push(lines)
    this.#waitingBytes += lines.length
    if (this.#waitingBytes >= PIECE) this.#flush()
    return start
  }

  read(start: number, length: number): Uint8Array {
    this.#flush()
    const bytes = new Uint8Array(length)
    for (let done = 0; done < length;) {
      const count = orFault(() => readSync(this.#file, bytes, done, length - done, start + done))
      if (count === 0) throw new Error('a spool became shorter while it was read')
      done += count
    }
    return bytes
  }

  /** Makes the lines of some papers, in their order, the file at `path`, and ends the spool. */
  become(path: string, papers: readonly SpooledPaper[]): void {
    this.#flush()
    // Most files list their papers in some order of their own; where it is that of the ids, all is done.
    if (isOneRun(papers) && lengthOf(papers) === this.#written) {
      orFault(() => renameSync(this.#path, path))
      return
    }
    const file = orFault(() => openSync(path, 'wx'))
    try {
      orFault(() => copyLines(this.#file, file, papers))
    } finally {
      closeSync(file)
    }
  }

  close(): void {
    closeSync(this.#file)
  }

  #flush(): void {
    for (const lines of this.#waiting) writeAll(this.#file, lines)
    this.#written += this.#waitingBytes
    this.#waiting = []
    this.#waitingBytes = 0
  }
}

/** Whether the lines of papers stand one behind the other. */
function isOneRun(papers: readonly SpooledPaper[]): boolean {
  return papers.every(({ start }, i) => i === 0 || start === papers[i - 1].start + papers[i - 1].length)
}

function lengthOf(papers: readonly SpooledPaper[]): number {
  return papers.reduce((sum, { length }) => sum + length, 0)
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += orFault(() => writeSync(file, bytes, done))
}

function orFault<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw new SpoolFault('cannot keep papers on disk', { cause })
  }
}
