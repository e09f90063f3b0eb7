import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Spool } from '../../import/spool/spool.ts'
import type { SpooledPaper } from '../../import/spool/spooled-paper.ts'
import { copyLines, lineOrder } from './copy-lines.ts'
import type { CopyTask } from './copy-thread.ts'

/** Bytes that are gathered before they are written. */
const PIECE = 1 << 20
/** Bytes that are copied on one thread alone: another one takes a moment to start. */
const ALONE = 32 << 20

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

  /** Makes the lines of some papers, in their order, the file at `path`, and ends the spool. `threads`: those that may copy, two at most. */
  async become(path: string, papers: readonly SpooledPaper[], threads: number): Promise<void> {
    this.#flush()
    // Most files list their papers in some order of their own; where it is that of the ids, all is done.
    if (isOneRun(papers) && lengthOf(papers) === this.#written) {
      orFault(() => renameSync(this.#path, path))
      return
    }
    const file = orFault(() => openSync(path, 'wx'))
    const order = lineOrder(papers)
    try {
      const helped = threads > 1 && this.#written > ALONE ? helpToCopy({ from: this.#file, to: file, order }) : null
      let fault: unknown = null
      try {
        copyLines(this.#file, file, order)
      } catch (error) {
        fault = error
      }
      // Until it has ended, it writes to the file.
      const itsFault = await helped
      fault ??= itsFault
      if (fault !== null) throw faultOf(fault)
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

/** Another thread that copies lines; resolves when it has ended, with what it failed of or null. */
function helpToCopy(task: CopyTask): Promise<unknown> {
  const worker = new Worker(new URL('./copy-thread.js', import.meta.url), { workerData: task })
  return new Promise((resolve) => {
    worker.once('error', resolve)
    worker.once('exit', () => resolve(null))
  })
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
    throw faultOf(cause)
  }
}

function faultOf(cause: unknown): SpoolFault {
  return new SpoolFault('cannot keep papers on disk', { cause })
}
