import type { Figures } from '../stages/stage.ts'

/** What one program needed for one stage. */
export interface Measured {
  /** Of each run, in their order. */
  seconds: number[]
  /** Seconds of all processors together, of each run: on a busy machine these say more. Null where the platform has no count. */
  cpuSeconds: number[] | null
  /** Most resident memory after the first run, less that of the process when it had loaded its code and nothing else. */
  peakBytes: number
  figures: Figures
}

/** Seconds of the quickest run. */
export function best({ seconds }: Measured): number {
  return Math.min(...seconds)
}

/** Processor seconds of the run that needed fewest; null where they are not known. */
export function bestCpu({ cpuSeconds }: Measured): number | null {
  return cpuSeconds === null ? null : Math.min(...cpuSeconds)
}
