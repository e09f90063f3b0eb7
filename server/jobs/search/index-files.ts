import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { TEXT_INDEX_VERSION } from '../../analysis/search/text-index-file.ts'
import type { Engine } from '../../engine/engine.ts'
import { collectionVersion } from '../../store/collections.ts'
import { writeSnapshot } from '../../store/papers.ts'
import type { Store } from '../../store/store.ts'
import { Slots } from '../slots.ts'

/** Text index files, one a version of a collection's papers. */
export interface IndexFiles {
  /** The index of a collection as it is now; built first where it is missing. Throws `not-found`. */
  ensure(collectionId: string): Promise<string>
  /** Removes what belongs to a collection. */
  remove(collectionId: string): Promise<void>
}

/** Keeps index files in the data folder, built by the engine, one at a time. */
export function createIndexFiles(store: Store, engine: Engine, signal: AbortSignal): IndexFiles {
  const folder = store.folders.index
  const builds = new Map<string, Promise<string>>()
  const slots = new Slots(1, Infinity)
  // An index that another version of Tidemap left is another file, and goes when this one is there.
  const pathOf = (collectionId: string, version: number): string =>
    join(folder, `${collectionId}-${version}.${TEXT_INDEX_VERSION}.bin`)

  async function build(collectionId: string): Promise<string> {
    const snapshot = store.stagingPath('.jsonl')
    const draft = store.stagingPath('.bin')
    try {
      const { version } = await writeSnapshot(store, collectionId, snapshot)
      await engine.index(snapshot, draft, signal)
      const file = pathOf(collectionId, version)
      await rename(draft, file)
      await removeOthers(collectionId, file)
      return file
    } finally {
      await Promise.all([rm(snapshot, { force: true }), rm(draft, { force: true })])
    }
  }

  async function removeOthers(collectionId: string, kept: string | null): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.startsWith(`${collectionId}-`))
    const paths = names.map((name) => join(folder, name)).filter((path) => path !== kept)
    await Promise.all(paths.map((path) => rm(path, { force: true })))
  }

  return {
    async ensure(collectionId) {
      const { version } = await collectionVersion(store, collectionId)
      const file = pathOf(collectionId, version)
      const running = builds.get(file)
      if (running) return running
      if (existsSync(file)) return file
      const building = slots.run(() => build(collectionId)).finally(() => builds.delete(file))
      builds.set(file, building)
      return building
    },
    remove: (collectionId) => removeOthers(collectionId, null),
  }
}
