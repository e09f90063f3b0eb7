import type { Kernels } from '../../../server/analysis/kernels/kernels.ts'
import type { DataFolder } from '../measure/data-folder.ts'

/** A part of an analysis that is measured by itself, in a process of its own. */
export interface Stage {
  /** As `--stages` and `--json` call it. */
  name: string
  /** As the table calls it. */
  title: string
  /** What it is measured on: one thread, where others would have nothing to do; as many as there are; one after the other. */
  on: 'one' | 'most' | 'both'
  /** Names of the stages that must have run before, since it reads what they saved. */
  needs: readonly string[]
  /** Gets ready, which is not measured; what it returns is. */
  start(context: StageContext): Work | Promise<Work>
}

/** What a stage is given. */
export interface StageContext {
  kernels: Kernels
  /** Files of the corpus. */
  files: readonly string[]
  data: DataFolder
}

/** What is timed, in a scope of the kernels' memory of its own if it is synchronous. May be called several times, and must do the same each time. */
export type Work = () => Outcome | Promise<Outcome>

/** What came out; looked at after the clock has stopped. */
export interface Outcome {
  figures?: () => Figures
  /** Writes what later stages need. */
  save?: () => void
}

/** Numbers and words that say what was done, in the order in which they are printed. */
export type Figures = Record<string, number | string>

/** The seed of all stages. */
export const SEED = 1
/** Topics of the stages that are given a number. */
export const TOPICS = 50
