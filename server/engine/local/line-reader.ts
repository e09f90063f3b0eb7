import { existsSync, readFileSync } from 'node:fs'
import { threadId } from 'node:worker_threads'
import { LineReader, type LineReaderModule } from '../../analysis/kernels/wasm/line-reader.ts'
import { KERNELS_FILE, sharedMemory, WebAssembly } from './web-assembly.ts'

/** Pages of 64 kB that the memory of a reader begins with, and grows to at most. */
const FIRST_PAGES = 64
const MOST_PAGES = 32_768

/** Bytes of a memory that is worth a sweep. */
const LARGE = 1 << 25

/** Times that a reader may forget its words. */
const FORGETTING = 1 << 20

let reader: LineReader | null | undefined

/** The reader of this thread; null where the kernels are not built, or no memory for it is to be had. */
export function lineReader(): LineReader | null {
  reader ??= existsSync(KERNELS_FILE) ? startReader() : null
  return reader
}

/** Has the reader forget its words, and gives its memory back where that has become large: a few milliseconds, and tens of megabytes. */
export function forgetLineReader(): void {
  if (reader === undefined || reader === null) return
  if (reader.memoryBytes < LARGE) return reader.forget()
  reader = undefined
  // What a sweep lets go of is gone a little later, while others work.
  globalThis.gc?.()
}

function startReader(): LineReader | null {
  const memory = sharedMemory(FIRST_PAGES, MOST_PAGES)
  if (memory === null) return null
  const module = new WebAssembly.Module(readFileSync(KERNELS_FILE))
  return new LineReader(
    memory,
    new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as LineReaderModule,
    threadId * FORGETTING,
  )
}
