import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { BatchReader, type BatchAnswer, type BatchRecords } from './batch-records.ts'
import type { LineBatch } from './line-batches.ts'
import type { LineModule } from './line-module.ts'

/** Bytes that are read on this thread alone: another one takes a moment to start. */
const ALONE = 4 << 20
/** Batches that the other thread has at a time: one to work on, some to go on with. */
const AHEAD = 4
/** Batches that wait for one before them: where the other thread is held up, so is this one. */
const WAITING = 64

/**
 * Reads batches on this thread and, where they are many and `threads` is more than 1, on another one, whoever is free; calls back in the order of the batches. What is thrown by the
 * batches, in reading them or by the callback comes after all that stands before it was taken, as if they were read one after the other.
 */
export async function readBatches(
  batches: AsyncIterable<LineBatch>,
  { threads, lines }: { threads: number; lines: LineModule | null },
  take: (records: BatchRecords) => void,
): Promise<void> {
  /** Batches in their order, from the first that was not taken yet; null where it is being read. */
  const queue: { answer: BatchAnswer | null }[] = []
  const takeRead = (): void => {
    for (let answer = queue[0]?.answer ?? null; answer !== null; answer = queue[0]?.answer ?? null) {
      queue.shift()
      if ('error' in answer) throw answer.error
      take(answer.records)
    }
  }
  let fault: { error: unknown } | null = null
  async function* untilFault(): AsyncGenerator<LineBatch> {
    try {
      yield* batches
    } catch (error) {
      fault = { error }
    }
  }
  const reader = new BatchReader(lines)
  let helper: Helper | null = null
  let seen = 0
  try {
    for await (const batch of untilFault()) {
      const place: (typeof queue)[number] = { answer: null }
      queue.push(place)
      seen += batch.bytes.length
      if (threads > 1 && seen > ALONE) helper ??= new Helper(lines)
      // Answers come in.
      if (helper !== null) await setImmediate()
      if (helper !== null && helper.waiting < AHEAD) helper.ask(batch, (answer) => (place.answer = answer))
      else place.answer = reader.answerTo(batch)
      takeRead()
      while (queue.length > WAITING) {
        await helper!.answered()
        takeRead()
      }
    }
    takeRead()
    while (queue.length > 0) {
      await helper!.answered()
      takeRead()
    }
  } finally {
    await helper?.end()
  }
  if (fault !== null) throw (fault as { error: unknown }).error
}

/** Another thread that reads batches, one after the other. */
class Helper {
  readonly #worker: Worker
  readonly #asked: ((answer: BatchAnswer) => void)[] = []

  /** What ended the thread too early. */
  #fault: { error: unknown } | null = null

  constructor(module: LineModule | null) {
    this.#worker = new Worker(new URL('./batch-thread.js', import.meta.url), { workerData: module })
    this.#worker.on('message', (answer: BatchAnswer) => this.#asked.shift()!(answer))
    this.#worker.on('error', (error) => {
      this.#fault = { error }
      for (const take of this.#asked.splice(0)) take({ error })
    })
  }

  /** Batches that it was given and has not read yet. */
  get waiting(): number {
    return this.#asked.length
  }

  ask(batch: LineBatch, take: (answer: BatchAnswer) => void): void {
    if (this.#fault !== null) {
      take(this.#fault)
      return
    }
    this.#asked.push(take)
    this.#worker.postMessage(batch, [batch.bytes.buffer as ArrayBuffer])
  }

  /** Resolves when the next answer is there; rejects where the thread fails. */
  async answered(): Promise<void> {
    await once(this.#worker, 'message')
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}
