import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeEngine } from '../../support/fake-engine.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { openTestApi } from '../../support/test-api.ts'

/** The API on a folder, and the papers of each index that its engine was asked for. */
async function open(folder: string, hold: Promise<void> = Promise.resolve()) {
  const engine = fakeEngine()
  const built: number[] = []
  const index = engine.index.bind(engine)
  engine.index = async (snapshot, outFile, signal) => {
    await Promise.race([hold, new Promise((resolve) => signal?.addEventListener('abort', resolve))])
    signal?.throwIfAborted()
    await index(snapshot, outFile)
    built.push(readLines(snapshot))
  }
  const api = await openTestApi({ folder, engine })
  const files = (): string[] => readdirSync(join(folder, 'index'))
  const isBuilt = (): boolean => files().some((name) => name.endsWith('.bin'))
  const until = async (): Promise<void> => {
    await expect.poll(isBuilt, { timeout: 20_000 }).toBe(true)
  }
  return { api, built, files, until }
}
const readLines = (file: string): number => readFileSync(file, 'utf8').trim().split('\n').length

test('an import has the index built, searches use it, and the next server finds it', async () => {
  const folder = tempFolder()
  const first = await open(folder)
  const { id } = await first.api.json('POST', '/api/collections', { name: 'x' })
  await first.api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'a' }]))
  await first.until()
  await first.api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'b' }]))
  await expect.poll(() => first.built, { timeout: 20_000 }).toEqual([1, 2])
  const { total } = await first.api.json('GET', `/api/collections/${id}/papers?query=Paper`)
  expect(total).toBe(2)
  const files = first.files()
  expect(files.filter((name) => !name.startsWith(`${id}-2.`))).toEqual([])
  await first.api.close()

  const second = await open(folder)
  expect((await second.api.json('GET', `/api/collections/${id}/papers?query=Paper`)).total).toBe(2)
  expect(second.files()).toEqual(files)
  expect(second.built).toEqual([])
})

test('a server builds what is missing when it starts: a killed build left nothing but a draft', async () => {
  const folder = tempFolder()
  const first = await open(folder)
  const { id } = await first.api.json('POST', '/api/collections', { name: 'x' })
  await first.api.json('POST', '/api/collections', { name: 'without papers' })
  await first.api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'a' }]))
  await first.until()
  await first.api.close()
  for (const name of first.files()) rmSync(join(folder, 'index', name))
  mkdirSync(join(folder, 'staging'), { recursive: true })
  writeFileSync(join(folder, 'staging', 'draft.bin.part'), 'half an index')

  const second = await open(folder)
  await second.until()
  expect(second.files()[0]).toContain(id)
  expect(second.built).toEqual([1])
  expect(readdirSync(join(folder, 'staging'))).toEqual([])
})

test('an analysis does not wait for the index; a collection that is deleted meanwhile leaves none', async () => {
  const folder = tempFolder()
  const { api, built, files } = await open(folder, new Promise(() => {}))
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'a' }, { id: 'b' }]))
  const job = await api.json('POST', `/api/collections/${id}/analyses`)
  expect(await api.ended(job.id)).toMatchObject({ state: 'done' })
  expect(api.jobs.isIndexing(id)).toBe(true)
  expect((await api.request('DELETE', `/api/collections/${id}`)).status).toBe(204)
  expect(api.jobs.isIndexing(id)).toBe(false)
  expect([...files(), ...built, ...readdirSync(join(folder, 'staging'))]).toEqual([])
})
