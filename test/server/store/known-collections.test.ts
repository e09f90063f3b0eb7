import { expect, test } from 'vitest'
import { collectionVersion, createCollection, deleteCollectionRows } from '../../../server/store/collections.ts'
import { KnownCollections } from '../../../server/store/known-collections.ts'
import { openStore } from '../../../server/store/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

test('a collection is read once, until something is written', async () => {
  const database = { changes: 0 }
  const known = new KnownCollections(database)
  let version = 1
  let reads = 0
  const get = () =>
    known.get('c', async () => {
      reads++
      return { version, papers: 0, analysisId: null }
    })
  expect([(await get()).version, (await get()).version, reads]).toEqual([1, 1, 1])
  version = 2
  database.changes++
  expect([(await get()).version, (await get()).version, reads]).toEqual([2, 2, 2])
})

test('what was read while something was written is not kept', async () => {
  const database = { changes: 0 }
  const known = new KnownCollections(database)
  const read = (version: number) => async () => {
    database.changes += version === 1 ? 1 : 0
    return { version, papers: 0, analysisId: null }
  }
  expect((await known.get('c', read(1))).version).toBe(1)
  expect((await known.get('c', read(2))).version).toBe(2)
})

test('a collection that is gone is not known any more', async () => {
  const store = await openStore(tempFolder(), { memoryMb: 256 })
  try {
    const { id } = await createCollection(store, 'x', '2026-01-01T00:00:00Z')
    expect(await collectionVersion(store, id)).toEqual({ version: 0, papers: 0 })
    await deleteCollectionRows(store, id)
    await expect(collectionVersion(store, id)).rejects.toMatchObject({ code: 'not-found' })
  } finally {
    await store.close()
  }
})
