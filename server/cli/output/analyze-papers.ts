import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { STAGES, type AnalysisOptions } from '../../../shared/analysis.ts'
import { paperLine, type Paper } from '../../../shared/paper.ts'
import type { Engine, Manifest } from '../../engine/engine.ts'
import type { CliContext } from '../context.ts'
import { giveBackMemory } from '../process/give-back-memory.ts'
import { progressBar } from '../print/progress-bar.ts'

const PAPERS_AT_ONCE = 500

/** What an analysis outside the database needs. */
export interface AnalyzeFilesSpec {
  /** Handed over: the list is emptied once it is on disk, so that two processes do not hold it. */
  papers: Paper[]
  options: AnalysisOptions
  threads: number
  keepPapers: boolean
  /** An existing, empty folder. */
  workDir: string
}

/** Runs an engine over papers, with a progress bar; the results are in `dir`. */
export async function analyzePapers(
  context: CliContext,
  engine: Engine,
  { papers, options, threads, keepPapers, workDir }: AnalyzeFilesSpec,
): Promise<{ manifest: Manifest; dir: string }> {
  const snapshot = join(workDir, 'snapshot.jsonl')
  const dir = join(workDir, 'result')
  mkdirSync(dir)
  writeSnapshot(snapshot, papers)
  papers.length = 0
  giveBackMemory()
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

function writeSnapshot(path: string, papers: readonly Paper[]): void {
  const file = openSync(path, 'wx')
  try {
    for (let at = 0; at < papers.length; at += PAPERS_AT_ONCE) {
      const bytes = Buffer.from(
        papers
          .slice(at, at + PAPERS_AT_ONCE)
          .map((paper) => `${paperLine(paper)}\n`)
          .join(''),
      )
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
    }
  } finally {
    closeSync(file)
  }
}
