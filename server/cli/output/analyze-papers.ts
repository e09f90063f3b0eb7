import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { STAGES, type AnalysisOptions } from '../../../shared/analysis.ts'
import type { Engine, Manifest } from '../../engine/engine.ts'
import type { CliContext } from '../context.ts'
import { giveBackMemory } from '../process/give-back-memory.ts'
import { progressBar } from '../print/progress-bar.ts'

/** What an analysis outside the database needs. */
export interface AnalyzeFilesSpec {
  /** JSON Lines of papers, by id. */
  snapshot: string
  options: AnalysisOptions
  threads: number
  keepPapers: boolean
  /** An existing folder without a `result` of its own. */
  workDir: string
}

/** Runs an engine over a snapshot, with a progress bar; the results are in `dir`. */
export async function analyzePapers(
  context: CliContext,
  engine: Engine,
  { snapshot, options, threads, keepPapers, workDir }: AnalyzeFilesSpec,
): Promise<{ manifest: Manifest; dir: string }> {
  const dir = join(workDir, 'result')
  mkdirSync(dir)
  await giveBackMemory()
  const bar = progressBar(context)
  try {
    const manifest = await engine.run(
      { snapshot, outDir: dir, options, threads, keepPapers },
      { signal: context.signal, onProgress: ({ stage, progress }) => bar.show(STAGES[stage], progress) },
    )
    return { manifest, dir }
  } finally {
    bar.clear()
  }
}
