import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { encodeMap } from '../../../shared/map.ts'
import type { AnalysisOptions } from '../../../shared/analysis.ts'
import type { AnalysisResult, PaperModel } from '../../analysis/analyze.ts'
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
import { type RunningKernels, startKernels } from './kernel-threads.ts'
import type { AnalyzeRequest, KernelOutcome } from './messages.ts'
import { readSnapshot, type Snapshot } from './read-snapshot.ts'
import { StageClock } from './stage-clock.ts'
import { putTokens } from './tokens-aside.ts'

/** Words of papers → result, in two halves. */
export interface AnalysisMethod {
  model: (read: ReadPapers, options: AnalysisOptions, onStage: OnStage, kernels: Kernels) => PaperModel
  describe: (model: PaperModel, onStage: OnStage, kernels: Kernels) => AnalysisResult
}

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
  sweepTwice(request)
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
type Modelled = Pick<Snapshot, 'papers' | 'lines' | 'isAsWritten'> & { model: PaperModel }

/**
 * Reads and analyses with kernels of its own, which are nobody's any more when results are written: all words and vectors lie in their memory. A large collection is named and followed
 * over time by other kernels: memory once taken is not given back, and that takes half of what vectors did.
 */
function resultOf(request: AnalyzeRequest, method: AnalysisMethod, clock: StageClock): Promise<Analysed> {
  const shelf = shelfOf(request)
  const onStage = onStageOf(request, clock)
  const kernels = startKernels(threadsOf(request), undefined, shelf)
  // One that waits keeps whatever it ever looked at, so what is analysed is no variable of it.
  if (shelf === null) {
    const analysed = described(kernels, modelled(kernels, request, method, clock, onStage), method, onStage)
    return kernels.close().then(() => analysed)
  }
  return modelledAside(kernels, shelf, request, method, clock, onStage).then((takeBack) => {
    sweepTwice(request)
    const others = startKernels(threadsOf(request))
    const analysed = described(others, takeBack(others), method, onStage)
    return others.close().then(() => analysed)
  })
}

/** The first half, whose tokens then wait on the shelf for other kernels. */
function modelledAside(
  kernels: RunningKernels,
  shelf: Shelf,
  request: AnalyzeRequest,
  method: AnalysisMethod,
  clock: StageClock,
  onStage: OnStage,
): Promise<(others: Kernels) => Modelled> {
  const found = modelled(kernels, request, method, clock, onStage)
  const takeBack = putTokens(shelf, found.model.corpus)
  return kernels.close().then(() => (others) => {
    takeBack(others)
    return found
  })
}

function modelled(
  kernels: Kernels,
  request: AnalyzeRequest,
  { model }: AnalysisMethod,
  clock: StageClock,
  onStage: OnStage,
): Modelled {
  const { snapshot, options } = request
  const size = Math.max(1, statSync(snapshot).size)
  const { lines, isAsWritten, ...read } = readSnapshot(snapshot, kernels, options.vocabulary, (bytes) =>
    clock.at('read', bytes / size),
  )
  return { papers: read.papers, lines, isAsWritten, model: model(read, options, onStage, kernels) }
}

function described(
  kernels: Kernels,
  { model, ...rest }: Modelled,
  { describe }: AnalysisMethod,
  onStage: OnStage,
): Analysed {
  return { ...rest, result: describe(model, onStage, kernels) }
}

/** Tells of stages, and sweeps between them. */
function onStageOf(request: AnalyzeRequest, clock: StageClock): OnStage {
  const sweep = sweepOf(request)
  let last: string | undefined
  return (stage, done) => {
    if (stage !== last) sweep?.()
    last = stage
    clock.at(stage, done)
  }
}

/**
 * Has the memory swept, for large snapshots. By itself the collector waits until the heap has grown, and the memory of the kernels is none of it: a million
 * papers kept 800 MB of what reading had left.
 */
function sweepOf({ snapshot }: AnalyzeRequest): typeof globalThis.gc {
  return statSync(snapshot).size < LARGE_BYTES ? undefined : globalThis.gc
}

/** What the first sweep lets go of, the memory of kernels that were closed too, is only gone with the second. */
function sweepTwice(request: AnalyzeRequest): void {
  const sweep = sweepOf(request)
  sweep?.()
  sweep?.()
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
