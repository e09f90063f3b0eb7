import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CollectionDetail } from '../../../shared/collection.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi } from '../../support/test-api.ts'

test('makes, renames, lists and reads collections with unique names', async () => {
  const api = await openTestApi()
  const made = await api.request('POST', '/api/collections', { name: '  Zebra ' })
  const zebra = await made.json()
  expect(made.status).toBe(201)
  expect(made.headers.get('location')).toBe(`/api/collections/${zebra.id}`)
  expect(zebra).toMatchObject({ name: 'Zebra', papers: 0, from: null, to: null, analysis: null, jobId: null })
  expect(zebra.id).toMatch(/^c_[0-9a-z]{12}$/)
  const ant = await api.json('POST', '/api/collections', { name: 'ant' })

  expect((await api.request('POST', '/api/collections', { name: 'ant' })).status).toBe(409)
  expect((await api.request('PATCH', `/api/collections/${zebra.id}`, { name: 'ant' })).status).toBe(409)
  expect(await api.json('PATCH', `/api/collections/${zebra.id}`, { name: 'Zebra' })).toMatchObject({ name: 'Zebra' })
  expect(await api.json('PATCH', `/api/collections/${ant.id}`, { name: 'emu' })).toMatchObject({
    id: ant.id,
    name: 'emu',
  })

  const page = await api.json('GET', '/api/collections?limit=1')
  expect(page).toMatchObject({ items: [{ name: 'Zebra' }], total: 2 })
  const rest = await api.json('GET', `/api/collections?limit=1&cursor=${page.nextCursor}`)
  expect(rest).toMatchObject({ items: [{ name: 'emu' }], nextCursor: null })
  expect(CollectionDetail.parse(await api.json('GET', `/api/collections/${ant.id}`))).toMatchObject({ imports: [] })
})

test('keeps words to ignore and synonyms, and uses them unless an analysis brings its own', async () => {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  const path = `/api/collections/${id}`
  await api.json('POST', `${path}/imports`, jsonLines([{ id: 'a' }]))
  expect(await api.json('GET', path)).toMatchObject({ vocabulary: { stopWords: [], synonyms: [] } })
  const vocabulary = { stopWords: ['data'], synonyms: [['LLM', 'large language model']] }
  const analyse = async (body?: object) => {
    const job = await api.json('POST', `${path}/analyses`, body)
    const { analysisId } = await api.ended(job.id)
    return (await api.json('GET', `/api/analyses/${analysisId}`)).options
  }

  expect(await analyse()).toEqual({ topics: 'auto', seed: 1 })
  expect(await api.json('PATCH', path, { vocabulary })).toMatchObject({ name: 'x', vocabulary })
  expect(await api.json('PATCH', path, { name: 'y' })).toMatchObject({ name: 'y', vocabulary })
  expect(await analyse({ seed: 2 })).toEqual({ topics: 'auto', seed: 2, vocabulary })
  const own = { stopWords: ['paper'], synonyms: [] }
  expect(await analyse({ vocabulary: own })).toMatchObject({ vocabulary: own })
  expect(await analyse({ vocabulary: { stopWords: [], synonyms: [] } })).toEqual({ topics: 'auto', seed: 1 })
  expect(await api.json('GET', path)).toMatchObject({ vocabulary })
})

test.each([
  [{}, /nothing to change/],
  [{ vocabulary: { stopWords: ['one two three four five'], synonyms: [] } }, /more than 4 words: “one two three/],
  [{ vocabulary: { stopWords: [], synonyms: [['LLM']] } }, /needs two forms: “LLM”/],
  [{ vocabulary: { stopWords: [] } }, /synonyms/],
])('refuses to change a collection to %j', async (body, message) => {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  const refused = await api.request('PATCH', `/api/collections/${id}`, body)
  expect(refused.status).toBe(400)
  expect((await refused.json()).error.message).toMatch(message)
})

test('deletes a collection with its rows, results and indexes, after cancelling its job', async () => {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  const { id: other } = await api.json('POST', '/api/collections', { name: 'other' })
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'a' }, { id: 'b' }]))
  await api.json('POST', `/api/collections/${other}/imports`, jsonLines([{ id: 'a' }]))
  const job = await api.json('POST', `/api/collections/${id}/analyses`)
  const { analysisId } = await api.ended(job.id)
  await api.json('GET', `/api/collections/${id}/papers?query=Paper`)
  expect(existsSync(join(api.folder, 'results', analysisId!))).toBe(true)

  api.engine.automatic = false
  const running = await api.json('POST', `/api/collections/${id}/analyses`)
  const events = await api.request('GET', `/api/jobs/${running.id}/events`)
  expect((await api.request('DELETE', `/api/collections/${id}`)).status).toBe(204)
  expect(await events.text()).toContain('"state":"cancelled"')
  for (const path of [`/api/collections/${id}`, `/api/analyses/${analysisId}`, `/api/jobs/${running.id}`]) {
    expect((await api.request('GET', path)).status, path).toBe(404)
  }
  expect(readdirSync(join(api.folder, 'results'))).toEqual([])
  expect(readdirSync(join(api.folder, 'index')).filter((name) => name.startsWith(id))).toEqual([])
  const left = await api.store.database.read((session) => session.all('SELECT "collectionId" FROM papers'))
  expect(left).toEqual([{ collectionId: other }])
})
