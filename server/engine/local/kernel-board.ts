import { KERNEL_NAMES, type KernelName } from '../../analysis/kernels/wasm/kernel-names.ts'

/** A kernel of the WebAssembly module: first item, last item, thread, then addresses and sizes. */
export type Kernel = (...numbers: number[]) => void
export type KernelModule = Record<KernelName, Kernel>

const CALL = 0
const KERNEL = 1
const ITEMS = 2
const SHARD = 3
const NEXT = 4
const ENDED = 5
const FAILED = 6
const ARGUMENTS = 7
const MOST_ARGUMENTS = 24
const INTS = 8

/**
 * Where threads that share a memory read what is to be done: one call of a kernel at a time, of which each takes the next shard until none is
 * left. Everything is in one SharedArrayBuffer, so that the thread that asks can wait without turning to its event loop.
 */
export class KernelBoard {
  readonly buffer: SharedArrayBuffer
  #ints: Int32Array
  #args: Float64Array

  constructor(buffer = new SharedArrayBuffer(INTS * 4 + MOST_ARGUMENTS * 8)) {
    this.buffer = buffer
    this.#ints = new Int32Array(buffer, 0, INTS)
    this.#args = new Float64Array(buffer, INTS * 4, MOST_ARGUMENTS)
  }

  /** Has `module` and `helpers` other threads do a call; returns when all is done. Throws where a kernel failed in any thread. */
  call(
    kernel: KernelName,
    items: number,
    shard: number,
    args: readonly number[],
    module: KernelModule,
    helpers: number,
  ): void {
    if (args.length > MOST_ARGUMENTS) throw new Error(`${args.length} arguments of ${kernel}`)
    if (helpers === 0 || items <= shard) {
      for (let from = 0; from < items; from += shard) module[kernel](from, Math.min(items, from + shard), 0, ...args)
      return
    }
    const ints = this.#ints
    this.#args.set(args)
    ints[KERNEL] = KERNEL_NAMES.indexOf(kernel)
    ints[ITEMS] = items
    ints[SHARD] = shard
    ints[ARGUMENTS] = args.length
    Atomics.store(ints, NEXT, 0)
    Atomics.store(ints, ENDED, 0)
    Atomics.add(ints, CALL, 1)
    Atomics.notify(ints, CALL)
    this.#work(module, 0)
    for (let ended = Atomics.load(ints, ENDED); ended < helpers; ended = Atomics.load(ints, ENDED)) {
      Atomics.wait(ints, ENDED, ended)
    }
    if (Atomics.load(ints, FAILED) !== 0) throw new Error(`${kernel} failed on another thread`)
  }

  /** What another thread does all its life: waits for a call, takes part in it. */
  serve(module: KernelModule, thread: number): never {
    for (let call = 0; ; call++) {
      while (Atomics.load(this.#ints, CALL) === call) Atomics.wait(this.#ints, CALL, call)
      try {
        this.#work(module, thread)
      } catch {
        Atomics.store(this.#ints, FAILED, 1)
      }
      Atomics.add(this.#ints, ENDED, 1)
      Atomics.notify(this.#ints, ENDED)
    }
  }

  #work(module: KernelModule, thread: number): void {
    const ints = this.#ints
    const kernel = module[KERNEL_NAMES[ints[KERNEL]]]
    const [items, shard] = [ints[ITEMS], ints[SHARD]]
    const args = this.#args.slice(0, ints[ARGUMENTS])
    for (let from = shard * Atomics.add(ints, NEXT, 1); from < items; from = shard * Atomics.add(ints, NEXT, 1)) {
      kernel(from, Math.min(items, from + shard), thread, ...args)
    }
  }
}
