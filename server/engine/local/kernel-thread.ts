import { workerData } from 'node:worker_threads'
import { KernelBoard, type KernelModule } from './kernel-board.ts'
import { WebAssembly, type WasmMemory, type WasmModule } from './web-assembly.ts'

/** What a thread is started with. */
export interface KernelThreadData {
  module: WasmModule
  memory: WasmMemory
  board: SharedArrayBuffer
  /** 1, 2, …; the thread that asks is 0. */
  thread: number
}

// The entry of a helping thread: `kernel-threads.ts` starts it, and the end of its process ends it.
const { module, memory, board, thread } = workerData as KernelThreadData
const { exports } = new WebAssembly.Instance(module, { env: { memory } })
new KernelBoard(board).serve(exports as unknown as KernelModule, thread)
