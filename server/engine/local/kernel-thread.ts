import type { MessagePort } from 'node:worker_threads'
import { workerData } from 'node:worker_threads'
import { ALL_TASKS } from '../../analysis/all-tasks.ts'
import { similarPart } from '../similar-table.ts'
import { KernelBoard, type KernelModule } from './kernel-board.ts'
import { readPapers } from './read-lines.ts'
import { answerTasks } from './task-threads.ts'
import { WebAssembly, type WasmMemory, type WasmModule } from './web-assembly.ts'

/** What a thread is started with. */
export interface KernelThreadData {
  module: WasmModule
  memory: WasmMemory
  board: SharedArrayBuffer
  /** Whether each thread has a processor to itself. */
  mayLook: boolean
  /** Questions come through it, and answers go back. */
  port: MessagePort
  /** 1, 2, …; the thread that asks is 0. */
  thread: number
}

// The entry of a helping thread: `kernel-threads.ts` starts it, and the end of its process ends it.
const { module, memory, board: shared, mayLook, port, thread } = workerData as KernelThreadData
const { exports } = new WebAssembly.Instance(module, { env: { memory } })
const board = new KernelBoard(memory, mayLook, shared)
board.serve(exports as unknown as KernelModule, thread, () =>
  answerTasks([...ALL_TASKS, readPapers, similarPart], board, port),
)
