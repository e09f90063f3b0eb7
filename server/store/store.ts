import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { ColumnFile } from './column-file.ts'
import { Database } from './database.ts'
import { FileCache } from './file-cache.ts'
import { dataFolders, prepareFolders, sweepFolder, type DataFolders } from './folders.ts'
import type { InstanceSettings } from './instance.ts'
import type { KnownAnalysis } from './known-analysis.ts'
import { KnownCollections } from './known-collections.ts'
import { migrate } from './migrate.ts'
import { Recent } from './recent.ts'
import { RecordFile } from './record-file.ts'
import { MIGRATIONS } from './schema.ts'

export interface StoreOptions extends Partial<InstanceSettings> {
  /** Schema steps; only tests give others. */
  migrations?: readonly (readonly string[])[]
}

/** The data of one folder: rows in DuckDB, results and indexes as files beside it. */
export interface Store {
  readonly folders: DataFolders
  readonly database: Database
  /** Files of records beside it (`records.ts`), of which a few are read quickly. */
  readonly records: FileCache<RecordFile>
  /** Analyses that were read. */
  readonly known: Recent<KnownAnalysis>
  /** Trends of analyses as bytes of JSON. */
  readonly trends: Recent<Uint8Array<ArrayBuffer>>
  /** Collections that were read. */
  readonly collections: KnownCollections
  /** Columns and orders of papers beside it (`paper-lists.ts`), likewise. */
  readonly lists: FileCache<ColumnFile>
  /** A fresh path in staging, such as `…/staging/3f9c….jsonl`; the caller removes what it puts there. */
  stagingPath(ending: string): string
  close(): Promise<void>
}

const DEFAULT_MEMORY_MB = 1024
const DEFAULT_THREADS = 2
/** Files that are kept open: of records only where their blocks begin is held, of lists some 40 bytes a paper. */
const MOST_RECORD_FILES = 12
const MOST_LIST_FILES = 6
/** What is held of analyses; trends of one with its phrases are some megabytes. */
const MOST_ANALYSES = 16
const MOST_TRENDS = 4

/**
 * Opens the data folder: makes or migrates the database, empties staging and removes results and indexes without a row.
 * The caller holds the folder's lock (`acquireLock`). Throws `conflict` for a folder of a newer version.
 */
export async function openStore(dataDir: string, options: StoreOptions = {}): Promise<Store> {
  const folders = dataFolders(dataDir)
  const settings = { memoryMb: options.memoryMb ?? DEFAULT_MEMORY_MB, threads: options.threads ?? DEFAULT_THREADS }
  prepareFolders(folders)
  await migrate(folders, settings, options.migrations ?? MIGRATIONS)
  const database = new Database(folders, settings)
  try {
    await sweep(database, folders)
  } catch (error) {
    await database.close()
    throw error
  }
  return {
    folders,
    database,
    records: new FileCache((path) => RecordFile.open(path), MOST_RECORD_FILES),
    known: new Recent(MOST_ANALYSES),
    trends: new Recent(MOST_TRENDS),
    collections: new KnownCollections(database),
    lists: new FileCache((path) => ColumnFile.open(path), MOST_LIST_FILES),
    stagingPath: (ending) => join(folders.staging, `${randomBytes(9).toString('hex')}${ending}`),
    close: () => database.close(),
  }
}

async function sweep(database: Database, folders: DataFolders): Promise<void> {
  const { analyses, indexes } = await database.read(async (session) => ({
    analyses: await session.all<{ id: string }>('SELECT id FROM analyses'),
    indexes: await session.all<{ name: string }>(`SELECT id || '-' || version AS name FROM collections`),
  }))
  const results = new Set(analyses.map(({ id }) => id))
  const names = new Set(indexes.map(({ name }) => name))
  sweepFolder(folders.results, (name) => results.has(name))
  // What follows the first dot is the affair of who writes the file.
  sweepFolder(folders.index, (name) => names.has(name.split('.')[0]))
}

/** Whether the database answers a real question; throws what stands in the way. */
export async function checkStore({ database }: Store): Promise<void> {
  await database.read((session) => session.first('SELECT count(*) FROM collections'))
}
