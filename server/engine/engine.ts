import type { AnalysisFacts, AnalysisOptions, AnalysisSummary, Stage } from '../../shared/analysis.ts'

/** What an engine is asked to do. */
export interface EngineSpec {
  /** JSON Lines of papers (`paperLine`), any row order. Read only; must not change while the engine runs, nor later where papers are kept: they may be this very file. */
  snapshot: string
  /** An existing, empty folder that the engine fills. */
  outDir: string
  options: AnalysisOptions
  /** Most threads to use; the result does not depend on it. */
  threads: number
  /** Also write papers.jsonl, sorted, beside the tables (they are always hashed). */
  keepPapers: boolean
}

export interface EngineProgress {
  stage: Stage
  /** Share of that stage, 0–1. */
  stageDone: number
  /** Share of the whole work, 0–1, never falling. */
  progress: number
}

/**
 * What `manifest.json` says; written last, so a folder without one holds no analysis.
 * Beside it: topics.parquet, themes.parquet, assignments.parquet, trends.parquet, similar.parquet, map.bin (`shared/map.ts`),
 * assignments.csv, topics.csv, trends.csv and, if asked for, papers.jsonl.
 */
export interface Manifest {
  version: string
  options: AnalysisOptions
  /** rejected and duplicates are 0 here: the caller, who imported, fills them. */
  summary: AnalysisSummary
  facts: AnalysisFacts
}

export interface EngineHandlers {
  onProgress?: (progress: EngineProgress) => void
  /** Aborting ends the run; the promise rejects with the signal's reason and the out folder holds no manifest. */
  signal?: AbortSignal
}

/** Where an analysis runs. Coarse on purpose: a cluster replaces the whole loop, not one kernel. */
export interface Engine {
  /** Rejects with a TidemapError (`unprocessable` for papers without a usable term). */
  run(spec: EngineSpec, handlers?: EngineHandlers): Promise<Manifest>
  /** Reads a snapshot and writes the text index that answers queries (`analysis/search/text-index.ts`) to a file. */
  index(snapshot: string, outFile: string, signal?: AbortSignal): Promise<void>
}
