import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnalysisOptions } from '../../shared/analysis.ts'
import type { ImportRecord } from '../../shared/collection.ts'
import type { Contrast } from '../../shared/contrast.ts'
import type { CrossTrends } from '../../shared/cross-trends.ts'
import { TidemapError } from '../../shared/error.ts'
import type { Job } from '../../shared/job.ts'
import type { PaperSet } from '../../shared/paper-set.ts'
import type { QueryTrends } from '../../shared/trend.ts'
import type { QueryTrendOptions } from '../analysis/trends/query-trends.ts'
import type { RankedPage } from '../analysis/search/rank.ts'
import type { Engine } from '../engine/engine.ts'
import { collectionVersion, deleteCollectionRows, newestAnalysis, recentCollections } from '../store/collections.ts'
import type { ListChoice } from '../store/list-choice.ts'
import { makeAnalysisLists } from '../store/paper-lists.ts'
import type { Store } from '../store/store.ts'
import { AnalysisQueue, type Subscription } from './analysis/analysis-queue.ts'
import { importPapers, previewPapers, type ImportInput } from './import/import-papers.ts'
import { Lanes } from './lanes.ts'
import { createImporter, type Importer, type ReadAnswer } from './import/importer.ts'
import { IndexBuilds } from './search/index-builds.ts'
import { readVotedTopics } from '../store/topic-votes.ts'
import { createIndexFiles, versionOf } from './search/index-files.ts'
import { readAnalysisSource } from './search/analysis-source.ts'
import type { CrossChoice, Matched, MatchedList, SearchStretch, SearchText } from './search/requests.ts'
import { createSearcher, type Searcher } from './search/searcher.ts'
import { Slots } from './slots.ts'

export interface JobsOptions {
  store: Store
  engine: Engine
  /** Most threads of an analysis. */
  threads: number
  /** Most megabytes of JavaScript heap of a process that reads a file or answers searches. Default 2048. */
  heapMb?: number
  /** Processes of their own by default; tests give others. */
  importer?: Importer
  searcher?: Searcher
  /**
   * Whether text indexes are built and loaded ahead of the first search: after an import or an analysis, and at the start where they
   * are missing. Default true; a command that ends soon has no use for it.
   */
  ahead?: boolean
  /** Told of what fails behind the scenes. Default: nobody. */
  onError?: (what: string, error: unknown) => void
  /** UTC, ISO 8601. */
  now?: () => string
}

/** What is looked for; `analysisId` is the analysis that `topic:` speaks of. */
export interface SearchAsk extends Omit<SearchText, 'analysis'> {
  analysisId: string | null
}

/** Everything that takes longer than a request should: imports, searches, analyses. */
export interface Jobs {
  /** Resolves when the papers are committed. */
  importPapers(collectionId: string, input: ImportInput): Promise<ImportRecord>
  previewPapers(input: ImportInput): Promise<ReadAnswer>
  /** All papers that match a query, by id. */
  match(collectionId: string, text: SearchAsk): Promise<Matched>
  /** Some of them in an order of the collection; null where the lists are not there, or of other papers than the text index. */
  matchListed(collectionId: string, text: SearchAsk, choice: ListChoice): Promise<MatchedList | null>
  /** A stretch of them, best first, of papers as they are at a version of the collection. */
  searchPage(collectionId: string, text: SearchAsk, stretch: SearchStretch): Promise<RankedPage & { version: number }>
  /** Queries over time; `analysisId` is the analysis whose topics they are divided over, null for none. */
  trends(
    collectionId: string,
    analysisId: string | null,
    queries: readonly string[],
    options: QueryTrendOptions,
  ): Promise<QueryTrends>
  /** A topic of an analysis by venue or organisation over time. */
  crossTrends(collectionId: string, analysisId: string, choice: CrossChoice): Promise<CrossTrends>
  /** What sets two sets of papers of an analysed collection apart, at most `most` terms a side. */
  contrast(collectionId: string, analysisId: string, a: PaperSet, b: PaperSet, most: number): Promise<Contrast>
  /** Has the text index of a collection built and loaded in the background; what fails is told to `onError`. */
  makeReady(collectionId: string): void
  /** Whether searches of a collection wait for its text index to be built. */
  isIndexing(collectionId: string): boolean
  startAnalysis(collectionId: string, options: AnalysisOptions): Promise<Job>
  job(id: string): Promise<Job>
  cancelJob(id: string): Promise<Job>
  subscribe(id: string): Promise<Subscription>
  /** Number of listeners of a job. */
  listeners(id: string): number
  /** Deletes a collection with all that belongs to it; a job of it is cancelled first. */
  deleteCollection(id: string): Promise<void>
  /** Stops everything that runs; an interrupted analysis is run again by the next process. */
  close(): Promise<void>
}

const DEFAULT_HEAP_MB = 2048
const READERS_AT_ONCE = 2
const READERS_WAITING = 256

/** Opens the rooms behind the API and takes up the analyses that an earlier process left. */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { store, engine, threads, ahead = true, onError = () => {}, now = () => new Date().toISOString() } = options
  const heapMb = options.heapMb ?? DEFAULT_HEAP_MB
  const importer = options.importer ?? createImporter({ heapMb })
  const searcher = options.searcher ?? createSearcher({ heapMb })
  const stop = new AbortController()
  const imports = {
    store,
    importer,
    slots: new Slots(READERS_AT_ONCE, READERS_WAITING),
    lanes: new Lanes(),
    signal: stop.signal,
    now,
  }
  const cannotBuild = (error: unknown): void => onError('building the text index', error)
  const currentVersion = async (id: string): Promise<number> => (await collectionVersion(store, id)).version
  const indexes = new IndexBuilds(currentVersion, createIndexFiles(store, engine), cannotBuild)
  const queue = new AnalysisQueue({ store, engine, threads, now }, makeReady)

  function makeReady(collectionId: string): void {
    if (ahead && !stop.signal.aborted)
      void indexes.prepare(collectionId).then(
        () => load(collectionId),
        () => {},
      )
  }

  /** Has everything read and counted that the first answers would wait for, before someone asks. */
  async function load(collectionId: string): Promise<void> {
    try {
      const analysisId = await newestAnalysis(store, collectionId)
      if (analysisId !== null)
        await Promise.all([makeAnalysisLists(store, analysisId), readVotedTopics(store, analysisId)])
      const analysis = analysisId === null ? null : await readAnalysisSource(store, analysisId)
      await searcher.load({ file: await indexes.ensure(collectionId), analysis })
    } catch {
      // It is read again when someone asks, who is told then what is wrong.
    }
  }

  async function buildMissing(): Promise<void> {
    const [newest, ...others] = await recentCollections(store)
    if (newest !== undefined) makeReady(newest)
    for (const id of others) indexes.prepare(id).catch(() => {})
  }

  /** Topics are fetched only where the query, or its caller, speaks of them. */
  async function textOf({ analysisId, ...text }: SearchAsk, needsTopics: boolean): Promise<SearchText> {
    const isAsked = needsTopics || /topic:/i.test([text.query, ...(text.within ?? [])].join(' '))
    return { ...text, analysis: analysisId === null || !isAsked ? null : await readAnalysisSource(store, analysisId) }
  }

  await queue.recover()
  if (ahead) await buildMissing()
  return {
    async importPapers(collectionId, input) {
      const record = await importPapers(imports, collectionId, input)
      makeReady(collectionId)
      return record
    },
    previewPapers: (input) => previewPapers(imports, input),
    async match(collectionId, ask) {
      const text = await textOf(ask, false)
      return searcher.match({ file: await indexes.ensure(collectionId), text })
    },
    async matchListed(collectionId, ask, choice) {
      const text = await textOf(ask, false)
      const file = await indexes.ensure(collectionId)
      return versionOf(file) === choice.version ? searcher.listed({ file, text, choice }) : null
    },
    async searchPage(collectionId, ask, stretch) {
      const text = await textOf(ask, stretch.topic !== null)
      const file = await indexes.ensure(collectionId)
      return { ...(await searcher.page({ file, text, stretch })), version: versionOf(file) }
    },
    async trends(collectionId, analysisId, queries, options) {
      const analysis = analysisId === null ? null : await readAnalysisSource(store, analysisId)
      return searcher.trends({ file: await indexes.ensure(collectionId), queries, options, analysis })
    },
    async crossTrends(collectionId, analysisId, choice) {
      const analysis = await readAnalysisSource(store, analysisId)
      return searcher.cross({ file: await indexes.ensure(collectionId), analysis, choice })
    },
    async contrast(collectionId, analysisId, a, b, most) {
      const analysis = await readAnalysisSource(store, analysisId)
      return searcher.contrast({ file: await indexes.ensure(collectionId), analysis, a, b, most })
    },
    makeReady,
    isIndexing: (collectionId) => indexes.isUnderWay(collectionId),
    startAnalysis: (collectionId, choice) => queue.start(collectionId, choice),
    job: (id) => queue.get(id),
    cancelJob: (id) => queue.cancel(id),
    subscribe: (id) => queue.subscribe(id),
    listeners: (id) => queue.listeners(id),
    async deleteCollection(id) {
      await queue.cancelOf(id)
      const analyses = await deleteCollectionRows(store, id)
      const folders = analyses.map((analysis) => join(store.folders.results, analysis))
      await Promise.all([indexes.remove(id), ...folders.map((folder) => rm(folder, { recursive: true, force: true }))])
    },
    async close() {
      const stopping = new TidemapError('unavailable', 'the server is stopping')
      stop.abort(stopping)
      searcher.close()
      await Promise.all([queue.close(), indexes.close(stopping)])
    },
  }
}
