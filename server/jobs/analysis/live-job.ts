import type { AnalysisOptions } from '../../../shared/analysis.ts'
import { isFinished, type Job } from '../../../shared/job.ts'
import type { EngineProgress } from '../../engine/engine.ts'

/** One state of a job, numbered: a listener that saw `id` has seen everything up to it. */
export interface JobEvent {
  id: number
  job: Job
}

export type JobListener = (event: JobEvent) => void

const ESTIMATE_FROM_SHARE = 0.03
const ESTIMATE_FROM_MS = 1500

/** A job that is queued or running in this process: its state, its listeners, its end. */
export class LiveJob {
  readonly options: AnalysisOptions
  readonly controller = new AbortController()
  /** Resolves with the final state. */
  readonly ended: Promise<Job>
  attempts: number
  #event: JobEvent
  #since = 0
  readonly #listeners = new Set<JobListener>()
  #end: (job: Job) => void = () => {}

  constructor(job: Job, options: AnalysisOptions, attempts: number) {
    this.options = options
    this.attempts = attempts
    this.#event = { id: 1, job }
    this.ended = new Promise((resolve) => (this.#end = resolve))
  }

  get job(): Job {
    return this.#event.job
  }

  get event(): JobEvent {
    return this.#event
  }

  /** Number of listeners, for tests of leaks. */
  get listeners(): number {
    return this.#listeners.size
  }

  /** Changes the state and tells everyone. */
  set(changes: Partial<Job>): void {
    this.#event = { id: this.#event.id + 1, job: { ...this.job, ...changes } }
    for (const listener of this.#listeners) listener(this.#event)
    if (isFinished(this.job.state)) this.#end(this.job)
  }

  /** Starts the clock for the time that is left. */
  begin(nowMs: number): void {
    this.#since = nowMs
    this.attempts += 1
    this.set({ state: 'running', stage: 'read', progress: 0, secondsLeft: null })
  }

  advance({ stage, progress }: EngineProgress, nowMs: number): void {
    const elapsedMs = nowMs - this.#since
    const isKnown = progress >= ESTIMATE_FROM_SHARE && elapsedMs >= ESTIMATE_FROM_MS
    const secondsLeft = isKnown ? Math.round((elapsedMs * (1 - progress)) / progress / 1000) : null
    this.set({ stage, progress, secondsLeft })
  }

  /** Calls `listener` with the state at once and on every change, until the returned function is called. */
  listen(listener: JobListener): () => void {
    this.#listeners.add(listener)
    listener(this.#event)
    return () => this.#listeners.delete(listener)
  }
}
