import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { TEXT_INDEX_VERSION } from '../../analysis/search/text-index-file.ts'
import type { Engine } from '../../engine/engine.ts'
import { keepPaperLists, paperLists } from '../../store/paper-lists.ts'
import { writeListedSnapshot } from '../../store/papers.ts'
import { blocksFile } from '../../store/record-blocks.ts'
import { keepPaperRecords, paperRecords } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'

/** Text index files, one for each collection: that of its papers as they were at a version, with these papers by id beside it. */
export interface IndexFiles {
  /** The file of a version that is there; null where there is none. */
  find(collectionId: string, version: number): string | null
  /**
   * Makes the file of a collection as it is now, in the place of earlier ones, and gives its path. A file is whole or not there.
   * Throws `not-found`, the signal's reason, or what the engine throws.
   */
  build(collectionId: string, signal: AbortSignal): Promise<string>
  /** Removes what belongs to a collection. */
  remove(collectionId: string): Promise<void>
}

/** Keeps index files in the data folder; the engine makes them. */
export function createIndexFiles(store: Store, engine: Engine): IndexFiles {
  const folder = store.folders.index
  // An index that another version of Tidemap left is another file, and goes when this one is there.
  const pathOf = (collectionId: string, version: number): string =>
    join(folder, `${collectionId}-${version}.${TEXT_INDEX_VERSION}.bin`)

  async function removeOthers(collectionId: string, kept: readonly string[]): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.startsWith(`${collectionId}-`))
    const paths = names.map((name) => join(folder, name)).filter((path) => !kept.includes(path))
    await Promise.all(paths.map((path) => rm(path, { force: true })))
  }

  return {
    find(collectionId, version) {
      const file = pathOf(collectionId, version)
      const beside = [paperRecords, paperLists].map((path) => path(store.folders, collectionId, version))
      return [file, ...beside].every((path) => existsSync(path)) ? file : null
    },
    async build(collectionId, signal) {
      const snapshot = store.stagingPath('.jsonl')
      const draft = store.stagingPath('.bin')
      try {
        const { version, columns } = await writeListedSnapshot(store, collectionId, snapshot)
        signal.throwIfAborted()
        await engine.index(snapshot, draft, signal)
        signal.throwIfAborted()
        const file = pathOf(collectionId, version)
        // The index comes last: where it is, everything is.
        const records = await keepPaperRecords(store, collectionId, version, snapshot)
        const lists = await keepPaperLists(store, collectionId, version, columns)
        await rename(draft, file)
        await removeOthers(collectionId, [file, lists, ...records])
        return file
      } finally {
        await Promise.all([snapshot, blocksFile(snapshot), draft].map((path) => rm(path, { force: true })))
      }
    },
    remove: (collectionId) => removeOthers(collectionId, []),
  }
}

/** The version of the papers that an index file is of. */
export function versionOf(file: string): number {
  return Number(/-(\d+)\.\d+\.bin$/.exec(file)?.[1])
}
