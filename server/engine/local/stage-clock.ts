import { STAGES, type Stage } from '../../../shared/analysis.ts'
import type { EngineProgress } from '../engine.ts'

/** Part of the whole work that each stage is, in percent; measured on 54,160 papers (39 give nearly the same). */
const WEIGHTS: Record<Stage, number> = {
  read: 2,
  tokens: 3,
  vectors: 8,
  topics: 50,
  map: 23,
  labels: 6,
  trends: 4,
  write: 4,
}
const ORDER = Object.keys(STAGES) as Stage[]
const TOTAL = ORDER.reduce((sum, stage) => sum + WEIGHTS[stage], 0)

/** Share of the whole work that is done when a stage is done by `stageDone` (0–1). */
export function overallProgress(stage: Stage, stageDone: number): number {
  const before = ORDER.slice(0, ORDER.indexOf(stage)).reduce((sum, name) => sum + WEIGHTS[name], 0)
  return (before + WEIGHTS[stage] * Math.min(1, Math.max(0, stageDone))) / TOTAL
}

/** Turns stages into progress that never falls, and into wall-clock seconds per stage. */
export class StageClock {
  readonly #seconds = new Map<Stage, number>()
  readonly #report: (progress: EngineProgress) => void
  readonly #now: () => number
  readonly #everyMs: number
  #stage: Stage
  #stageSince: number
  #reportedAt = -Infinity
  #progress = 0

  /** `now` gives milliseconds; a report goes out when a stage begins and then at most every `everyMs`. */
  constructor(first: Stage, report: (progress: EngineProgress) => void, everyMs = 100, now = () => performance.now()) {
    this.#report = report
    this.#now = now
    this.#everyMs = everyMs
    this.#stage = first
    this.#stageSince = now()
    this.#send(0)
  }

  /** Says that `stage` is done by `done`, 0–1; a stage other than the last one ends that. */
  at(stage: Stage, done: number): void {
    const begins = stage !== this.#stage
    if (begins) {
      this.#close()
      this.#stage = stage
    }
    if (begins || this.#now() - this.#reportedAt >= this.#everyMs) this.#send(done)
  }

  /** Wall-clock seconds of every stage that was seen, to the millisecond; the running one ends here. */
  end(): Record<string, number> {
    this.#close()
    const rounded = [...this.#seconds].map(([stage, seconds]) => [stage, Math.round(seconds * 1000) / 1000])
    return Object.fromEntries(rounded) as Record<string, number>
  }

  #close(): void {
    const now = this.#now()
    this.#seconds.set(this.#stage, (this.#seconds.get(this.#stage) ?? 0) + (now - this.#stageSince) / 1000)
    this.#stageSince = now
  }

  #send(done: number): void {
    this.#reportedAt = this.#now()
    this.#progress = Math.max(this.#progress, overallProgress(this.#stage, done))
    this.#report({ stage: this.#stage, stageDone: Math.min(1, Math.max(0, done)), progress: this.#progress })
  }
}
