import { renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Analysis, AnalysisFacts, AnalysisOptions, AnalysisSummary } from '../../shared/analysis.ts'
import { TidemapError } from '../../shared/error.ts'
import type { Theme, Topic } from '../../shared/topic.ts'
import type { Database } from './database.ts'
import { collectionImports } from './imports.ts'
import type { KnownAnalysis } from './known-analysis.ts'
import { findCollection } from './collection-row.ts'
import { countOf } from './session.ts'
import { syncPath } from './durable.ts'
import { newId } from './ids.ts'
import { writeAnalysisRecords } from './records.ts'
import { pageBounds, type Page, type PageRequest } from './page.ts'
import type { Session } from './session.ts'
import type { Store } from './store.ts'

/** A finished run, ready to be kept. */
export interface FinishedRun {
  collectionId: string
  jobId: string
  /** Version of the collection's papers that was analysed. */
  collectionVersion: number
  /** The engine's folder, in staging. */
  outDir: string
  version: string
  options: AnalysisOptions
  summary: AnalysisSummary
  facts: AnalysisFacts
  now: string
}

interface AnalysisRow {
  id: string
  collectionId: string
  createdAt: string
  version: string
  options: string
  summary: string
  facts: string
}

const SELECT = 'SELECT id, "collectionId", "createdAt", version, options, summary, facts FROM analyses'

/**
 * Keeps a finished run: its tables, its files under `results/<id>`, and the collection's pointer to it, all at once.
 * The folder moves before COMMIT, so a kill leaves at worst a folder without a row, which the next start removes.
 */
export async function saveAnalysis(store: Store, run: FinishedRun): Promise<Analysis> {
  const { database, folders } = store
  const id = newId('a')
  await writeAnalysisRecords(store, run.outDir)
  return database.write(async (session) => {
    await findCollection(session, run.collectionId)
    await loadTables(session, id, run.outDir)
    const imports = await collectionImports(session, run.collectionId)
    const summary: AnalysisSummary = {
      ...run.summary,
      rejected: imports.reduce((sum, { receipt }) => sum + receipt.rejected.length, 0),
      duplicates: imports.reduce((sum, { receipt }) => sum + receipt.duplicates, 0),
    }
    const row: AnalysisRow = {
      id,
      collectionId: run.collectionId,
      createdAt: run.now,
      version: run.version,
      options: JSON.stringify(run.options),
      summary: JSON.stringify(summary),
      facts: JSON.stringify(run.facts),
    }
    await session.run(
      `INSERT INTO analyses (id, "collectionId", "createdAt", "collectionVersion", version, options, summary, facts)
       VALUES ($id, $collectionId, $createdAt, $collectionVersion, $version, $options, $summary, $facts)`,
      { ...row, collectionVersion: run.collectionVersion },
    )
    await session.run('UPDATE collections SET "analysisId" = $id WHERE id = $collectionId', {
      id,
      collectionId: run.collectionId,
    })
    await session.run(
      `UPDATE jobs SET state = 'done', progress = 1, "secondsLeft" = NULL, "analysisId" = $id, "finishedAt" = $now WHERE id = $jobId`,
      { id, now: run.now, jobId: run.jobId },
    )
    renameSync(run.outDir, join(folders.results, id))
    syncPath(folders.results)
    return analysisOf(row)
  })
}

/** Analyses of a collection, newest first. Throws `not-found`. */
export function listAnalyses({ database }: Store, collectionId: string, request: PageRequest): Promise<Page<Analysis>> {
  const { offset, limit, next } = pageBounds(request)
  return database.read(async (session) => {
    await findCollection(session, collectionId)
    const rows = await session.all<AnalysisRow>(
      `${SELECT} WHERE "collectionId" = $collectionId ORDER BY "createdAt" DESC, id LIMIT $limit OFFSET $offset`,
      { collectionId, limit, offset },
    )
    const total = await countOf(
      session,
      `SELECT count(*)::INTEGER AS n FROM analyses WHERE "collectionId" = $collectionId`,
      {
        collectionId,
      },
    )
    return { items: rows.map(analysisOf), total, nextCursor: next(total) }
  })
}

/** One analysis. Throws `not-found`. */
export async function readAnalysis({ known, database }: Store, id: string): Promise<Analysis> {
  return (await known.get(id, () => readFound(database, id))).analysis
}

/** Topics by id with Miscellaneous last, and themes by id. Throws `not-found`. */
export async function readTopics(
  { known, database }: Store,
  analysisId: string,
): Promise<{ items: Topic[]; themes: Theme[] }> {
  return (await known.get(analysisId, () => readFound(database, analysisId))).topics
}

function readFound(database: Database, id: string): Promise<KnownAnalysis> {
  return database.read(async (session) => ({
    analysis: await findAnalysis(session, id),
    topics: await topicsOf(session, id),
  }))
}

/** Inside a transaction: the analysis, or `not-found`. */
export async function findAnalysis(session: Session, id: string): Promise<Analysis> {
  const row = await session.first<AnalysisRow>(`${SELECT} WHERE id = $id`, { id })
  if (!row) throw new TidemapError('not-found', `unknown analysis: ${id}`)
  return analysisOf(row)
}

/** Inside a transaction: topics and themes of an analysis. */
export async function topicsOf(session: Session, analysisId: string): Promise<{ items: Topic[]; themes: Theme[] }> {
  return {
    items: await jsonRows<Topic>(session, 'topics', analysisId, 'id = 0, id'),
    themes: await jsonRows<Theme>(session, 'themes', analysisId, 'id'),
  }
}

async function jsonRows<T>(
  session: Session,
  table: 'topics' | 'themes',
  analysisId: string,
  order: string,
): Promise<T[]> {
  const rows = await session.all<{ json: string }>(
    `SELECT json FROM ${table} WHERE "analysisId" = $analysisId ORDER BY ${order}`,
    { analysisId },
  )
  // Our own engine wrote it, and the schema of the API checks nothing on the way out.
  return rows.map(({ json }) => JSON.parse(json) as T)
}

async function loadTables(session: Session, analysisId: string, outDir: string): Promise<void> {
  const load = (table: string, columns: string, file = table): Promise<void> =>
    session.run(`INSERT INTO ${table} SELECT $analysisId, ${columns} FROM read_parquet($file)`, {
      analysisId,
      file: join(outDir, `${file}.parquet`),
    })
  await load('topics', 'id, json')
  await load('themes', 'id, json')
  await load('trends', 'kind, id, json')
  await load('assignments', 'paper_id, topic_id, score, runner_up_topic_id, runner_up_score, uncertain, x, y, reasons')
  await load('similar_papers', 'paper_id, json', 'similar')
}

function analysisOf(row: AnalysisRow): Analysis {
  return {
    ...row,
    options: JSON.parse(row.options) as AnalysisOptions,
    summary: JSON.parse(row.summary) as AnalysisSummary,
    facts: JSON.parse(row.facts) as AnalysisFacts,
  }
}
