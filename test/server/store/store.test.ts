import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, test } from 'vitest'
import { prepare } from '../../../server/bin/prepare.mjs'
import {
  changeCollection,
  createCollection,
  listCollections,
  readCollection,
} from '../../../server/store/collections.ts'
import { MIGRATIONS } from '../../../server/store/schema.ts'
import { checkStore, openStore } from '../../../server/store/store.ts'
import { NO_VOCABULARY } from '../../../shared/vocabulary.ts'
import { tempFolder } from '../../support/temp-folder.ts'

beforeAll(() => prepare({ parts: ['server'] }), 240_000)

const NOW = '2025-01-02T03:04:05.000Z'
const options = { memoryMb: 256 }
const names = async (store: Awaited<ReturnType<typeof openStore>>): Promise<string[]> =>
  (await listCollections(store, { limit: 50 })).items.map(({ name }) => name)

test('keeps what was written when it is opened again', async () => {
  const folder = tempFolder()
  const first = await openStore(folder, options)
  await createCollection(first, 'one', NOW)
  await first.close()
  await expect(checkStore(first)).rejects.toThrow('the database is closed')
  const second = await openStore(folder, options)
  expect(await names(second)).toEqual(['one'])
  await second.close()
})

test('migrates an older folder by way of a copy, and refuses a newer one', async () => {
  const folder = tempFolder()
  const old = await openStore(folder, options)
  await createCollection(old, 'kept', NOW)
  await old.close()
  const migrations = [...MIGRATIONS, [`ALTER TABLE collections ADD COLUMN note VARCHAR`]]
  writeFileSync(join(folder, 'tidemap.duckdb.new'), 'half a copy of a killed migration')
  const next = await openStore(folder, { ...options, migrations })
  expect(await names(next)).toEqual(['kept'])
  expect(await next.database.read((session) => session.first('SELECT version FROM meta'))).toEqual({
    version: migrations.length,
  })
  await next.close()
  await expect(openStore(folder, options)).rejects.toThrow(
    `newer version: schema ${migrations.length}, not ${MIGRATIONS.length}`,
  )
})

test('a folder from before collections had words of their own gets them, empty', async () => {
  const folder = tempFolder()
  const old = await openStore(folder, { ...options, migrations: MIGRATIONS.slice(0, 1) })
  const insert = `INSERT INTO collections (id, name, "createdAt", "updatedAt", version, papers) VALUES ('c', 'kept', $now, $now, 0, 0)`
  await old.database.write((session) => session.run(insert, { now: NOW }))
  await old.close()
  const store = await openStore(folder, options)
  expect(await readCollection(store, 'c')).toMatchObject({ name: 'kept', vocabulary: NO_VOCABULARY })
  const vocabulary = { stopWords: ['data'], synonyms: [['LLM', 'large language model']] }
  expect(await changeCollection(store, 'c', { vocabulary }, NOW)).toMatchObject({ name: 'kept', vocabulary })
  await store.close()
  const again = await openStore(folder, options)
  expect((await readCollection(again, 'c')).vocabulary).toEqual(vocabulary)
  await again.close()
})

test('a migration that fails leaves the old file', async () => {
  const folder = tempFolder()
  await (await openStore(folder, options)).close()
  await expect(openStore(folder, { ...options, migrations: [...MIGRATIONS, ['nonsense']] })).rejects.toThrow('nonsense')
  await (await openStore(folder, options)).close()
})

test('can reach nothing but staging, and its settings stay', async () => {
  const store = await openStore(tempFolder(), options)
  const run = (sql: string): Promise<void> => store.database.write((session) => session.run(sql))
  await expect(run(`SELECT * FROM read_text('/etc/hostname')`)).rejects.toThrow('disabled by configuration')
  await expect(run(`COPY collections TO '${store.folders.root}/out.csv'`)).rejects.toThrow('disabled by configuration')
  await expect(run(`ATTACH '${store.folders.root}/other.db'`)).rejects.toThrow('disabled by configuration')
  await expect(run(`SET enable_external_access = true`)).rejects.toThrow('configuration has been locked')
  await expect(run(`INSTALL httpfs`)).rejects.toThrow('disabled by configuration')
  await run(`COPY collections TO '${store.stagingPath('.csv')}'`)
  await store.close()
})

test('reads cannot write, and a write that fails leaves nothing', async () => {
  const store = await openStore(tempFolder(), options)
  await expect(store.database.read((session) => session.run('DELETE FROM collections'))).rejects.toThrow('read-only')
  const half = store.database.write(async (session) => {
    await session.run('DELETE FROM meta')
    throw new Error('half way')
  })
  await expect(half).rejects.toThrow('half way')
  expect(await store.database.read((session) => session.all('SELECT version FROM meta'))).toHaveLength(1)
  await store.close()
})

test('writes run one after the other', async () => {
  const store = await openStore(tempFolder(), options)
  const many = Array.from({ length: 40 }, (_, i) => createCollection(store, `c${i}`, NOW))
  await Promise.all(many)
  const twins = await Promise.allSettled([createCollection(store, 'same', NOW), createCollection(store, 'same', NOW)])
  expect(twins.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(await names(store)).toHaveLength(41)
  await store.close()
})

test('opens again by itself after a fault that spoils the instance', async () => {
  const store = await openStore(tempFolder(), options)
  await createCollection(store, 'kept', NOW)
  const spoil = store.database.write(async () => {
    throw new Error(
      'FATAL Error: Failed: database has been invalidated because of a previous fatal error: no space left on device',
    )
  })
  await expect(spoil).rejects.toMatchObject({ code: 'disk-full' })
  expect(await names(store)).toEqual(['kept'])
  await store.close()
})

test('sweeps what a killed process left', async () => {
  const folder = tempFolder()
  await (await openStore(folder, options)).close()
  for (const path of ['staging/upload', 'results/a_orphan/map.bin', 'index/c_gone-3.bin']) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), 'x')
  }
  await (await openStore(folder, options)).close()
  for (const path of ['staging/upload', 'results/a_orphan', 'index/c_gone-3.bin']) {
    expect(existsSync(join(folder, path)), path).toBe(false)
  }
})

test('no worker thread may open it', async () => {
  const module = new URL('../../../dist/server/store/store.js', import.meta.url).href
  const script = `import(${JSON.stringify(module)}).then(({ openStore }) => openStore(${JSON.stringify(tempFolder())}))
    .then(() => 'opened', (error) => error.message).then((word) => require('node:worker_threads').parentPort.postMessage(word))`
  const worker = new Worker(script, { eval: true })
  const word = await new Promise((resolve) => worker.once('message', resolve))
  expect(word).toBe('only the main thread may open the database')
  await worker.terminate()
})

test('a copy of the file alone is whole after closing', async () => {
  const folder = tempFolder()
  const store = await openStore(folder, options)
  await createCollection(store, 'one', NOW)
  await store.close()
  const other = tempFolder()
  copyFileSync(store.folders.database, join(other, 'tidemap.duckdb'))
  const copy = await openStore(other, options)
  expect(await names(copy)).toEqual(['one'])
  await copy.close()
})
