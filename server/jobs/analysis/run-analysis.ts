import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Analysis } from '../../../shared/analysis.ts'
import type { Engine, EngineProgress } from '../../engine/engine.ts'
import { saveAnalysis } from '../../store/analyses.ts'
import { writeSnapshot } from '../../store/papers.ts'
import type { Store } from '../../store/store.ts'
import type { LiveJob } from './live-job.ts'

export interface RunContext {
  store: Store
  engine: Engine
  threads: number
  now: () => string
}

/** One analysis from snapshot to rows. Until its COMMIT nothing of it is seen, and the earlier one stays. */
export async function runAnalysis(
  { store, engine, threads, now }: RunContext,
  { job, options, controller }: LiveJob,
  onProgress: (progress: EngineProgress) => void,
): Promise<Analysis> {
  const folder = store.stagingPath('')
  const outDir = join(folder, 'out')
  const snapshot = join(folder, 'papers.jsonl')
  try {
    mkdirSync(outDir, { recursive: true })
    const { version: collectionVersion } = await writeSnapshot(store, job.collectionId, snapshot)
    const handlers = { onProgress, signal: controller.signal }
    const { version, summary, facts } = await engine.run(
      { snapshot, outDir, options, threads, keepPapers: false },
      handlers,
    )
    controller.signal.throwIfAborted()
    const { collectionId, id: jobId } = job
    const run = { collectionId, jobId, collectionVersion, outDir, version, options, summary, facts, now: now() }
    return await saveAnalysis(store, run)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
