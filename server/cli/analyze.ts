import { Command } from 'commander'
import { setTimeout as sleep } from 'node:timers/promises'
import { Analysis, STAGES, type AnalysisOptions } from '../../shared/analysis.ts'
import { CollectionDetail } from '../../shared/collection.ts'
import { TidemapError, type ErrorCode } from '../../shared/error.ts'
import { isFinished, Job } from '../../shared/job.ts'
import { call, callJson, type Backend } from './backend/backend.ts'
import { collectionPath, findCollection } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { readVocabulary } from './input/read-vocabulary.ts'
import {
  addAnalysisOptions,
  addVocabularyOptions,
  dataOption,
  jsonOption,
  type AnalysisFlags,
  type DataFlag,
  type VocabularyFlags,
} from './options.ts'
import { print } from './print/print.ts'
import { progressBar } from './print/progress-bar.ts'
import { summaryText } from './print/summary-text.ts'

const ASK_EVERY_MS = 150

type AnalyzeFlags = AnalysisFlags & VocabularyFlags & DataFlag & { json?: boolean }

/** `tidemap analyze`: a new analysis of a collection; the earlier ones stay. */
export function analyzeCommand(context: CliContext): Command {
  const command = new Command('analyze')
    .summary('find the topics of a collection')
    .description(
      'Makes a new analysis of a collection and waits for it. Earlier analyses stay as they are.\n' +
        'Ignored words and synonyms are those that the collection keeps (tidemap vocabulary), unless a file is given for this once.',
    )
    .argument('<collection>', 'name of the collection')
  return addVocabularyOptions(addAnalysisOptions(command))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, flags: AnalyzeFlags) => {
      const { id, summary } = await withBackend(context, flags, (backend) => analyze(context, backend, name, flags))
      await print(context, flags, { ...summary, analysisId: id }, () => summaryText(summary))
    })
}

async function analyze(context: CliContext, backend: Backend, name: string, flags: AnalyzeFlags): Promise<Analysis> {
  const { topics, seed, stopWords, synonyms } = flags
  const path = collectionPath(await findCollection(backend, name))
  const json: Partial<AnalysisOptions> = { topics, seed }
  if (stopWords !== undefined || synonyms !== undefined) {
    const { vocabulary } = await callJson(backend, path, CollectionDetail)
    json.vocabulary = readVocabulary(context.cwd, flags, vocabulary)
  }
  const job = await callJson(backend, `${path}/analyses`, Job, { method: 'POST', json })
  const analysisId = await follow(context, backend, job)
  return callJson(backend, `/api/analyses/${encodeURIComponent(analysisId)}`, Analysis)
}

/** Waits for a job and shows how far it is; an abort cancels it. Returns the analysis that it made. */
async function follow(context: CliContext, backend: Backend, started: Job): Promise<string> {
  const path = `/api/jobs/${encodeURIComponent(started.id)}`
  const bar = progressBar(context)
  try {
    for (let job = started; ; job = await callJson(backend, path, Job)) {
      if (isFinished(job.state)) return outcomeOf(job)
      bar.show(job.stage === null ? 'Waiting' : STAGES[job.stage], job.progress)
      await sleep(ASK_EVERY_MS, undefined, { signal: context.signal })
    }
  } catch (error) {
    if (context.signal.aborted) await call(backend, path, { method: 'DELETE' })
    throw error
  } finally {
    bar.clear()
  }
}

function outcomeOf(job: Job): string {
  if (job.state === 'done' && job.analysisId !== null) return job.analysisId
  if (job.error === null) throw new TidemapError('conflict', `analysis was ${job.state}`)
  const { code, message, hint } = job.error
  throw new TidemapError(code as ErrorCode, message, { hint })
}
