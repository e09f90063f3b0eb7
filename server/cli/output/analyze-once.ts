import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withVocabulary } from '../../../shared/analysis.ts'
import type { Paper } from '../../../shared/paper.ts'
import type { Manifest } from '../../engine/engine.ts'
import { readResult, type ResultTables } from '../../engine/read-result.ts'
import type { CliContext } from '../context.ts'
import { readVocabulary } from '../input/read-vocabulary.ts'
import { settingsOf, type AnalysisFlags, type DataFlag, type VocabularyFlags } from '../options.ts'
import { analyzePapers } from './analyze-papers.ts'
import { writeSnapshot } from './write-snapshot.ts'

/** Analyses papers for one question: what came out, of which nothing is kept. */
export async function analyzeOnce(
  context: CliContext,
  papers: readonly Paper[],
  flags: AnalysisFlags & VocabularyFlags & DataFlag,
): Promise<{ manifest: Manifest; result: ResultTables }> {
  const settings = settingsOf(context, flags)
  const vocabulary = readVocabulary(context.cwd, flags)
  const workDir = mkdtempSync(join(tmpdir(), 'tidemap-analysis-'))
  try {
    const snapshot = join(workDir, 'snapshot.jsonl')
    writeSnapshot(snapshot, papers)
    const { manifest, dir } = await analyzePapers(context, context.createEngine(settings), {
      snapshot,
      options: withVocabulary({ topics: flags.topics, seed: flags.seed }, vocabulary),
      threads: settings.threads,
      keepPapers: false,
      workDir,
    })
    return { manifest, result: await readResult(dir) }
  } finally {
    rmSync(workDir, { recursive: true, force: true })
  }
}
