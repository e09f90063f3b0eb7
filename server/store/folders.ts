import { readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeFolder } from './make-folder.ts'

/** Where a data folder keeps what. */
export interface DataFolders {
  root: string
  /** The DuckDB file; only the store opens it. */
  database: string
  /** Who serves this folder. */
  lock: string
  /** Uploads, snapshots and the folders engines fill; the only place SQL may read and write. Swept at start. */
  staging: string
  /** One folder an analysis, named by its id; a row in the database decides whether it counts. */
  results: string
  /** Text indexes, `<collection>-<version>.<format>.bin`; can be made again at any time. */
  index: string
}

/** The places of a data folder; nothing is touched. */
export function dataFolders(folder: string): DataFolders {
  const root = resolve(folder)
  return {
    root,
    database: join(root, 'tidemap.duckdb'),
    lock: join(root, 'lock.json'),
    staging: join(root, 'staging'),
    results: join(root, 'results'),
    index: join(root, 'index'),
  }
}

/** Makes the folders, private to their owner, and empties staging. Call only while holding the lock. */
export function prepareFolders(folders: DataFolders): void {
  rmSync(folders.staging, { recursive: true, force: true })
  for (const folder of [folders.root, folders.staging, folders.results, folders.index]) {
    makeFolder(folder, 0o700)
  }
}

/** Removes every entry of a folder that `isKept` does not know: what a run left that never reached its row. */
export function sweepFolder(folder: string, isKept: (name: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    if (!isKept(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}
