import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { Kernels } from '../../analysis/kernels/kernels.ts'
import { plainKernels } from '../../analysis/kernels/plain/plain-kernels.ts'
import { mapHere } from '../../analysis/tasks/task.ts'
import type { Parallel } from '../../analysis/kernels/wasm/kernel-names.ts'
import type { Shelf } from '../../analysis/kernels/wasm/shelf.ts'
import { createWasmKernels } from '../../analysis/kernels/wasm/wasm-kernels.ts'
import { KernelBoard, type KernelModule } from './kernel-board.ts'
import type { KernelThreadData } from './kernel-thread.ts'
import { mapOnThreads } from './task-threads.ts'
import { KERNELS_FILE, sharedMemory, WebAssembly, type WasmModule } from './web-assembly.ts'

/** Pages of 64 kB: the least that the module asks for, and all that 32 bits address. */
const FIRST_PAGES = 2
const MOST_PAGES = 65_536

/** Once a process: what has become quick by use stays so for the next kernels. */
let compiled: WasmModule | undefined

/** Kernels with threads of their own. */
export interface RunningKernels extends Kernels {
  /** Ends the other threads; nothing may be asked of the kernels any more. */
  close(): Promise<void>
}

/**
 * The kernels in WebAssembly, on this thread and `threads` − 1 others, which live as long as this process and do not keep it alive. `limit`: most bytes of
 * their memory; values wait on `shelf`, null: where they are. Where no such memory is to be had, their twins on this thread: several times slower, and the same to the bit.
 */
export function startKernels(threads: number, limit = MOST_PAGES * 65_536, shelf: Shelf | null = null): RunningKernels {
  const memory = sharedMemory(FIRST_PAGES, MOST_PAGES)
  if (memory === null) return { ...plainKernels, close: async () => {} }
  const module = (compiled ??= new WebAssembly.Module(readFileSync(KERNELS_FILE)))
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelModule
  const mayLook = threads <= availableParallelism()
  const board = new KernelBoard(memory, mayLook)
  const workers: Worker[] = []
  const ports = Array.from({ length: threads - 1 }, (_, i) => {
    const { port1, port2 } = new MessageChannel()
    const workerData: KernelThreadData = { module, memory, board: board.buffer, mayLook, port: port2, thread: i + 1 }
    const entry = new URL('./kernel-thread.js', import.meta.url)
    const worker = new Worker(entry, { workerData, transferList: [port2] })
    worker.unref()
    workers.push(worker)
    return port1
  })
  const parallel: Parallel = Object.assign(
    (...[kernel, items, shard, args, meanwhile]: Parameters<Parallel>) =>
      board.call(kernel, items, shard, args, kernels, threads - 1, meanwhile),
    { threads },
  )
  return {
    ...createWasmKernels(memory, limit, parallel, shelf),
    map: (task, inputs, listener) =>
      ports.length === 0 ? mapHere(task, inputs, listener) : mapOnThreads(task, inputs, board, ports, listener),
    close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  }
}
