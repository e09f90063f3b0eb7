import type { AnalysisFacts, AnalysisOptions, AnalysisSummary } from '../../../shared/analysis.ts'
import type { ErrorCode } from '../../../shared/error.ts'
import type { EngineProgress } from '../engine.ts'

/** What the server asks of its kernel process; one request a process. */
export type KernelRequest = AnalyzeRequest | IndexRequest

export interface AnalyzeRequest {
  type: 'analyze'
  snapshot: string
  outDir: string
  options: AnalysisOptions
  threads: number
  keepPapers: boolean
}

export interface IndexRequest {
  type: 'index'
  snapshot: string
  outFile: string
}

/** What the kernel answers: progress, then one last word. */
export type KernelAnswer =
  | { type: 'progress'; progress: EngineProgress }
  | {
      type: 'done'
      /** Null for an index. */
      outcome: KernelOutcome | null
      /** Highest resident memory of the kernel process, as its system counted it. */
      peakMemoryBytes: number
    }
  | { type: 'failed'; code: ErrorCode; message: string; hint?: string | undefined; line?: number | undefined }

/** The manifest but for what only the parent knows. */
export interface KernelOutcome {
  summary: Omit<AnalysisSummary, 'peakMemoryBytes'>
  facts: AnalysisFacts
}

/** What helps where memory ran out. */
export const MEMORY_HINT = 'give it more with --memory-mb or TIDEMAP_MEMORY (megabytes), or analyse fewer papers'
