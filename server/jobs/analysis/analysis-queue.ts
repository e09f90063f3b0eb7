import type { AnalysisOptions } from '../../../shared/analysis.ts'
import type { Job } from '../../../shared/job.ts'
import { createJob, openJobRows, readJob, saveJob } from '../../store/jobs.ts'
import { errorOf } from '../error-of.ts'
import { refuseWithoutTerms } from './refuse-without-terms.ts'
import { LiveJob, type JobEvent, type JobListener } from './live-job.ts'
import { runAnalysis, type RunContext } from './run-analysis.ts'

const SAVE_EVERY_MS = 1000
const ATTEMPTS_MAX = 2

/** What a subscriber gets: the state at once, and then every change until the job has ended. */
export interface Subscription {
  now: JobEvent
  /** Starts the listener; null for a job that has ended already. Returns the function that stops it. */
  listen: ((listener: JobListener) => () => void) | null
}

/** Number of the event that tells how a job ended, to who asks afterwards: later than any event of its life. */
const FINAL_EVENT = 1_000_000_000

/** Runs analyses one after the other. A job's life hangs on no connection, and survives a restart of the server once. */
export class AnalysisQueue {
  readonly #context: RunContext
  readonly #onDone: (collectionId: string) => void
  readonly #live = new Map<string, LiveJob>()
  readonly #line: LiveJob[] = []
  #running: Promise<void> | null = null
  #isClosing = false

  /** `onDone` is told the collection of each analysis that is kept. */
  constructor(context: RunContext, onDone: (collectionId: string) => void = () => {}) {
    this.#context = context
    this.#onDone = onDone
  }

  /** Puts what an earlier process left back into the queue; what was started twice already fails instead. */
  async recover(): Promise<void> {
    for (const { job, options, attempts } of await openJobRows(this.#context.store)) {
      const live = new LiveJob(
        { ...job, state: 'queued', stage: null, progress: 0, secondsLeft: null },
        options,
        attempts,
      )
      this.#live.set(job.id, live)
      if (attempts < ATTEMPTS_MAX) this.#line.push(live)
      else
        await this.#finish(live, {
          state: 'failed',
          error: { code: 'internal', message: 'analysis was interrupted twice' },
        })
    }
    this.#next()
  }

  /** Throws as `createJob` does, and `unprocessable` for a handful of papers without a usable term. */
  async start(collectionId: string, options: AnalysisOptions): Promise<Job> {
    await refuseWithoutTerms(this.#context.store, collectionId)
    const { job, options: used } = await createJob(this.#context.store, collectionId, options, this.#context.now())
    const live = new LiveJob(job, used, 0)
    this.#live.set(job.id, live)
    this.#line.push(live)
    this.#next()
    return live.job
  }

  /** Throws `not-found`. */
  async get(id: string): Promise<Job> {
    return this.#live.get(id)?.job ?? (await readJob(this.#context.store, id)).job
  }

  /** Ends a job and resolves when nothing of it runs any more; a finished one stays as it is. Throws `not-found`. */
  async cancel(id: string): Promise<Job> {
    const live = this.#live.get(id)
    if (!live) return this.get(id)
    live.controller.abort(new Error('cancelled'))
    const at = this.#line.indexOf(live)
    if (at >= 0) {
      this.#line.splice(at, 1)
      await this.#finish(live, { state: 'cancelled' })
    }
    return live.ended
  }

  /** Cancels whatever a collection has under way. */
  async cancelOf(collectionId: string): Promise<void> {
    const mine = [...this.#live.values()].filter(({ job }) => job.collectionId === collectionId)
    await Promise.all(mine.map(({ job }) => this.cancel(job.id)))
  }

  /** Throws `not-found`. */
  async subscribe(id: string): Promise<Subscription> {
    const live = this.#live.get(id)
    if (live) return { now: live.event, listen: (listener) => live.listen(listener) }
    return { now: { id: FINAL_EVENT, job: await this.get(id) }, listen: null }
  }

  /** How many are listening to a job, for tests of leaks. */
  listeners(id: string): number {
    return this.#live.get(id)?.listeners ?? 0
  }

  /** Ends the running job without a final state, so that the next start runs it again. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#line.length = 0
    for (const live of this.#live.values()) live.controller.abort(new Error('the server is stopping'))
    await this.#running
  }

  #next(): void {
    if (this.#running !== null || this.#isClosing) return
    const live = this.#line.shift()
    if (!live) return
    this.#running = this.#run(live).finally(() => {
      this.#running = null
      this.#next()
    })
  }

  async #run(live: LiveJob): Promise<void> {
    const { store } = this.#context
    let savedAt = performance.now()
    const save = (): void => {
      savedAt = performance.now()
      // Only what a reload would show hangs on it.
      saveJob(store, live.job, live.attempts).catch(() => {})
    }
    live.begin(performance.now())
    try {
      await saveJob(store, live.job, live.attempts)
      const analysis = await runAnalysis(this.#context, live, (progress) => {
        live.advance(progress, performance.now())
        if (performance.now() - savedAt >= SAVE_EVERY_MS) save()
      })
      this.#live.delete(live.job.id)
      live.set({
        state: 'done',
        progress: 1,
        secondsLeft: null,
        analysisId: analysis.id,
        finishedAt: analysis.createdAt,
      })
      this.#onDone(analysis.collectionId)
    } catch (error) {
      if (this.#isClosing) return
      const isCancelled = live.controller.signal.aborted
      await this.#finish(live, isCancelled ? { state: 'cancelled' } : { state: 'failed', error: errorOf(error) })
    }
  }

  /** Writes the final state down, then tells it. A database that cannot take it does not keep the job alive. */
  async #finish(live: LiveJob, changes: Partial<Job>): Promise<void> {
    const final = { secondsLeft: null, finishedAt: this.#context.now(), ...changes }
    await saveJob(this.#context.store, { ...live.job, ...final }, live.attempts).catch(() => {})
    this.#live.delete(live.job.id)
    live.set(final)
  }
}
