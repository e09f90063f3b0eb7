import { TidemapError } from '../../../shared/error.ts'
import { KERNEL_NAMES, type KernelName } from '../../analysis/kernels/wasm/kernel-names.ts'
import { MEMORY_HINT } from './messages.ts'
import { lifeOf, livesOn } from './thread-life.ts'
import type { WasmMemory } from './web-assembly.ts'

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
const QUESTIONS = 8
const ANSWERS = 9
const PAGES = 10
const MOST_ARGUMENTS = 24
const INTS = 12
/** Bytes of what is told of a failure. */
const REASON = 200
/** Bytes of a page of WebAssembly. */
const PAGE = 65_536
/** Threads that may say that they live, of those that there are, and what each says: two numbers. */
const MOST_THREADS = 256
const LIFE = 2
/** Milliseconds after which a thread that waits looks whether those live that it waits for, and that one may take to start. */
const PATIENCE = 1000
const START = 60_000
/** A number that no list has. */
const BEYOND = 1 << 30
/** In place of the number of a kernel: threads answer questions until they hear that those were all. */
const TASKS = -1

/**
 * Looks at a number before a thread sleeps until it changes: some 100 µs. To wake a thread takes as long, and most calls follow one another sooner. Threads beyond the
 * processors there are sleep at once.
 */
const LOOKS = 1 << 15

/**
 * Where threads that share a memory read what is to be done: one call of a kernel at a time, of which each takes the next shard until none is
 * left. Everything is in one SharedArrayBuffer, so that the thread that asks can wait without turning to its event loop.
 */
export class KernelBoard {
  readonly buffer: SharedArrayBuffer
  #ints: Int32Array
  #args: Float64Array
  readonly #reason: Uint8Array
  /** Thread → `Life` of it; zeros before it has started. */
  readonly #lives: Int32Array
  readonly #memory: WasmMemory
  readonly #looks: number
  /** Pages of the memory as this thread has seen it. */
  #pages = 0
  /** Whether other threads are in a call that this one has not joined yet. */
  #isCalled = false

  /** `memory`: that of the kernels; `mayLook`: whether each thread has a processor to itself. */
  constructor(
    memory: WasmMemory,
    mayLook: boolean,
    buffer = new SharedArrayBuffer(INTS * 4 + MOST_ARGUMENTS * 8 + REASON + MOST_THREADS * LIFE * 4),
  ) {
    this.#memory = memory
    this.#looks = mayLook ? LOOKS : 0
    this.buffer = buffer
    this.#ints = new Int32Array(buffer, 0, INTS)
    this.#args = new Float64Array(buffer, INTS * 4, MOST_ARGUMENTS)
    this.#reason = new Uint8Array(buffer, INTS * 4 + MOST_ARGUMENTS * 8, REASON)
    this.#lives = new Int32Array(buffer, INTS * 4 + MOST_ARGUMENTS * 8 + REASON, MOST_THREADS * LIFE)
  }

  /**
   * Has `module` and `helpers` other threads do a call; returns when all is done. `meanwhile` is done on this thread before it takes part: the others have begun by then, so that nothing else may be
   * called on the board. Throws where a kernel failed in any thread, or a thread has ended.
   */
  call(
    kernel: KernelName,
    items: number,
    shard: number,
    args: readonly number[],
    module: KernelModule,
    helpers: number,
    meanwhile: () => void = () => {},
  ): void {
    if (args.length > MOST_ARGUMENTS) throw new Error(`${args.length} arguments of ${kernel}`)
    if (helpers === 0 || items <= shard) {
      meanwhile()
      for (let from = 0; from < items; from += shard) module[kernel](from, Math.min(items, from + shard), 0, ...args)
      return
    }
    if (this.#isCalled) throw new Error(`${kernel} while another kernel runs`)
    const ints = this.#ints
    this.#args.set(args)
    ints[KERNEL] = KERNEL_NAMES.indexOf(kernel)
    ints[ITEMS] = items
    ints[SHARD] = shard
    ints[ARGUMENTS] = args.length
    ints[PAGES] = this.#memory.buffer.byteLength / PAGE
    Atomics.store(ints, NEXT, 0)
    Atomics.store(ints, ENDED, 0)
    Atomics.store(ints, FAILED, 0)
    Atomics.add(ints, CALL, 1)
    Atomics.notify(ints, CALL)
    this.#isCalled = true
    try {
      meanwhile()
    } finally {
      this.#isCalled = false
      this.#work(module, 0)
      this.#awaitEnded(helpers)
    }
    if (Atomics.load(ints, FAILED) !== 0) throw new Error(`${kernel} failed on another thread: ${this.#whyFailed()}`)
  }

  /** Has the other threads look for questions (`task-threads.ts`); no kernel may be called until they were told that this was all. */
  beginTasks(): void {
    this.#ints[KERNEL] = TASKS
    Atomics.store(this.#ints, NEXT, 0)
    Atomics.store(this.#ints, ENDED, 0)
    Atomics.add(this.#ints, CALL, 1)
    Atomics.notify(this.#ints, CALL)
  }

  /** Returns when all of them have heard the end; one that was told late must not take the next call for this one. */
  endTasks(helpers: number): void {
    this.changeQuestions()
    this.#awaitEnded(helpers)
  }

  /** 0, 1, 2, …: each number once, whichever thread asks, since `beginTasks`. */
  draw(): number {
    return Atomics.add(this.#ints, NEXT, 1)
  }
  /** Has all numbers that are drawn from now on be beyond any list. */
  drawNoMore(): void {
    Atomics.store(this.#ints, NEXT, BEYOND)
  }

  /** A number that changes whenever there are new questions, or an end of them. */
  questions(): number {
    return Atomics.load(this.#ints, QUESTIONS)
  }
  changeQuestions(): void {
    Atomics.add(this.#ints, QUESTIONS, 1)
    Atomics.notify(this.#ints, QUESTIONS)
  }
  awaitQuestions(seen: number): void {
    Atomics.wait(this.#ints, QUESTIONS, seen)
  }

  /** The same for answers. */
  answers(): number {
    return Atomics.load(this.#ints, ANSWERS)
  }
  changeAnswers(): void {
    Atomics.add(this.#ints, ANSWERS, 1)
    Atomics.notify(this.#ints, ANSWERS)
  }
  /** Throws where one of `helpers` other threads has ended, who may owe an answer. */
  awaitAnswers(seen: number, helpers: number): void {
    this.#await(ANSWERS, seen, helpers)
  }

  /** What another thread does all its life: waits for a call, takes part in it, or answers questions. */
  serve(module: KernelModule, thread: number, answer: () => void): never {
    if (thread < MOST_THREADS) this.#lives.set(lifeOf(), LIFE * thread)
    for (let call = 0; ; call++) {
      while (this.#stays(CALL, call)) Atomics.wait(this.#ints, CALL, call)
      try {
        if (this.#ints[KERNEL] === TASKS) answer()
        else {
          this.#seeMemory()
          this.#work(module, thread)
        }
      } catch (error) {
        this.#reason.set(new TextEncoder().encode(String(error)).subarray(0, REASON))
        Atomics.store(this.#ints, FAILED, 1)
      }
      Atomics.add(this.#ints, ENDED, 1)
      Atomics.notify(this.#ints, ENDED)
    }
  }

  /**
   * Has this thread see how large the memory has become. The engine tells every thread when one has it grow, but some time later, and perhaps not a thread that is just starting; until then a kernel that
   * fills memory is refused what is new.
   */
  #seeMemory(): void {
    if (this.#ints[PAGES] === this.#pages) return
    this.#memory.grow(0)
    this.#pages = this.#ints[PAGES]
  }

  #whyFailed(): string {
    return new TextDecoder().decode(this.#reason.slice()).replace(/\0+$/, '')
  }

  #awaitEnded(helpers: number): void {
    const ints = this.#ints
    for (let ended = Atomics.load(ints, ENDED); ended < helpers; ended = Atomics.load(ints, ENDED)) {
      if (this.#stays(ENDED, ended)) this.#await(ENDED, ended, helpers)
    }
  }

  /** Waits until a number is another; throws where one of the other threads has ended and can change nothing any more. */
  #await(place: number, value: number, helpers: number): void {
    for (let waited = 0; Atomics.wait(this.#ints, place, value, PATIENCE) === 'timed-out';) {
      waited += PATIENCE
      for (let thread = 1; thread <= helpers && thread < MOST_THREADS; thread++) {
        const [file, number] = this.#lives.subarray(LIFE * thread, LIFE * (thread + 1))
        const lives = file === 0 ? waited < START : livesOn([file, number])
        if (!lives) throw new TidemapError('internal', 'a thread of the analysis ended early', { hint: MEMORY_HINT })
      }
    }
  }

  /** Whether a number is still the same after some looks at it. */
  #stays(place: number, value: number): boolean {
    for (let look = 0; look < this.#looks; look++) if (Atomics.load(this.#ints, place) !== value) return false
    return Atomics.load(this.#ints, place) === value
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
