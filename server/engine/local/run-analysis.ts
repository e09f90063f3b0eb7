import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { encodeMap } from '../../../shared/map.ts'
import type { AnalysisOptions } from '../../../shared/analysis.ts'
import type { AnalysisResult } from '../../analysis/analyze.ts'
import type { Kernels } from '../../analysis/kernels/kernels.ts'
import type { Shelf } from '../../analysis/kernels/wasm/shelf.ts'
import { beside } from '../../analysis/tasks/beside.ts'
import type { TaskMap } from '../../analysis/tasks/task.ts'
import type { PaperFacts, ReadPapers } from '../../analysis/text/paper-facts.ts'
import type { OnStage } from '../../analysis/topic-model.ts'
import type { EngineProgress } from '../engine.ts'
import { mapColumns } from '../map-columns.ts'
import { assignmentLines, topicLines, trendLines } from '../result-files.ts'
import { reasonTexts } from '../reason-texts.ts'
import { assignmentTable, themeTable, topicTable, trendTable } from '../result-tables.ts'
import { similarPart, similarParts } from '../similar-table.ts'
import { joinParts } from '../table-file.ts'
import { linkDurably, writeDurably } from './durable-file.ts'
import { fileShelf } from './file-shelf.ts'
import { startKernels } from './kernel-threads.ts'
import type { AnalyzeRequest, KernelOutcome } from './messages.ts'
import { readSnapshot, type Snapshot } from './read-snapshot.ts'
import { StageClock } from './stage-clock.ts'

/** Words of papers → result. */
export type AnalysisMethod = (
  read: ReadPapers,
  options: AnalysisOptions,
  onStage: OnStage,
  kernels: Kernels,
) => AnalysisResult

/** Smaller snapshots are done before another thread has started: about a hundred papers. */
const ONE_THREAD_BYTES = 200_000
/** Of larger ones, what a stage has left is swept up before the next, and what waits does so in a file: about 15,000 papers. */
const LARGE_BYTES = 20_000_000

/** Snapshot → analysis → result files in the out folder: what the kernel process does. The manifest is left to the parent. */
export async function runAnalysis(
  request: AnalyzeRequest,
  method: AnalysisMethod,
  onProgress: (progress: EngineProgress) => void,
): Promise<KernelOutcome> {
  const clock = new StageClock('read', onProgress)
  const { papers, lines, isAsWritten, result } = await resultOf(request, method, clock)
  clock.at('write', 0)
  const sweep = sweepOf(request)
  // What the first sweep lets go of, the memory of the kernels too, is only gone with the second.
  sweep?.()
  sweep?.()
  const kernels = startKernels(threadsOf(request))
  const resultHash = writeResult(request, kernels.map, papers, { lines: lines(), isAsWritten }, result, (done) =>
    clock.at('write', done),
  )
  await kernels.close()
  return {
    summary: {
      papers: papers.length,
      rejected: 0,
      duplicates: 0,
      topics: result.topics.map(({ id, label, terms, papers: count }) => ({ id, label, terms, papers: count })),
      themes: result.themes.map(({ id, label, topics, papers: count }) => ({ id, label, topics, papers: count })),
      options: request.options,
      seed: request.options.seed,
      agreementBetweenSeeds: result.agreementBetweenSeeds,
      topicCounts: result.facts.topicCounts,
      seconds: clock.end(),
      resultHash,
    },
    facts: result.facts,
  }
}

function threadsOf({ snapshot, threads }: AnalyzeRequest): number {
  return statSync(snapshot).size < ONE_THREAD_BYTES ? 1 : threads
}

/** Where the tokens of large collections wait while vectors, topics and the map are made: a file of the folder for results. */
function shelfOf({ snapshot, outDir }: AnalyzeRequest): Shelf | null {
  return statSync(snapshot).size < LARGE_BYTES ? null : fileShelf(join(outDir, 'waiting'))
}

type Analysed = Pick<Snapshot, 'papers' | 'lines' | 'isAsWritten'> & { result: AnalysisResult }

/** Reads and analyses with kernels of its own, which are nobody's any more when results are written: all words and vectors lie in their memory. */
function resultOf(request: AnalyzeRequest, method: AnalysisMethod, clock: StageClock): Promise<Analysed> {
  const kernels = startKernels(threadsOf(request), undefined, shelfOf(request))
  // One that waits keeps whatever it ever looked at, so what is analysed is no variable of it.
  const analysed = analyseWith(kernels, request, method, clock)
  return kernels.close().then(() => analysed)
}

function analyseWith(kernels: Kernels, request: AnalyzeRequest, method: AnalysisMethod, clock: StageClock): Analysed {
  const { snapshot, options } = request
  const size = Math.max(1, statSync(snapshot).size)
  const { lines, isAsWritten, ...read } = readSnapshot(snapshot, kernels, options.vocabulary, (bytes) =>
    clock.at('read', bytes / size),
  )
  const sweep = sweepOf(request)
  let last: string | undefined
  const onStage: OnStage = (stage, done) => {
    if (stage !== last) sweep?.()
    last = stage
    clock.at(stage, done)
  }
  return { papers: read.papers, lines, isAsWritten, result: method(read, options, onStage, kernels) }
}

/**
 * Has the memory swept, for large snapshots. By itself the collector waits until the heap has grown, and the memory of the kernels is none of it: a million
 * papers kept 800 MB of what reading had left.
 */
function sweepOf({ snapshot }: AnalyzeRequest): typeof globalThis.gc {
  return statSync(snapshot).size < LARGE_BYTES ? undefined : globalThis.gc
}

/** Writes every file of a result but the manifest; the result hash: SHA-256, lower-case hexadecimal. */
function writeResult(
  { snapshot, outDir, keepPapers }: AnalyzeRequest,
  map: TaskMap,
  papers: readonly PaperFacts[],
  { lines, isAsWritten }: { lines: Iterable<Uint8Array>; isAsWritten: boolean },
  { topics, themes, assignments, trends, similar }: AnalysisResult,
  onDone: (done: number) => void,
): string {
  // The order in which the hash takes the four files is part of the contract.
  const hash = createHash('sha256')
  const ids = papers.map(({ id }) => id)
  const parts = beside(map, similarPart, similarParts(ids, similar), () => {
    const file = join(outDir, 'papers.jsonl')
    if (!keepPapers || (isAsWritten && linkDurably(snapshot, file))) for (const bytes of lines) hash.update(bytes)
    else writeDurably(file, lines, hash)
    onDone(0.3)
    writeDurably(join(outDir, 'assignments.csv'), assignmentLines(assignments, topics), hash)
    writeDurably(join(outDir, 'topics.csv'), topicLines(topics), hash)
    writeDurably(join(outDir, 'trends.csv'), trendLines(trends.items), hash)
    onDone(0.5)
    writeDurably(join(outDir, 'topics.parquet'), topicTable(topics))
    writeDurably(join(outDir, 'themes.parquet'), themeTable(themes))
    writeDurably(join(outDir, 'trends.parquet'), trendTable(trends))
    writeDurably(join(outDir, 'assignments.parquet'), assignmentTable(assignments, reasonTexts(assignments.reasons)))
    writeDurably(join(outDir, 'map.bin'), encodeMap(mapColumns(papers, assignments), new TextEncoder()))
    onDone(0.9)
  })
  writeDurably(join(outDir, 'similar.parquet'), joinParts(parts))
  onDone(1)
  return hash.digest('hex')
}
