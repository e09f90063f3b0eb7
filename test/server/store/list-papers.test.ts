import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { pickFromLists, type ListChoice } from '../../../server/store/list-choice.ts'
import { listFromColumns, listPicked } from '../../../server/store/list-from-columns.ts'
import { listFromTables } from '../../../server/store/list-from-tables.ts'
import { analysisLists, paperLists } from '../../../server/store/paper-lists.ts'
import { PAPER_ORDERS } from '../../../server/store/paper-order.ts'
import type { PapersRequest } from '../../../server/store/papers-request.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi } from '../../support/test-api.ts'

const DATES = [null, '2021', '2021-06', '2021-06-15', '2022', '2022-01-01', '2023-12-31', '1969-12-31']
const TITLES = ['Boats', 'boats', 'Äpfel', 'ÄPFEL', 'of alphas', '😀 faces', 'Zulu', 'a']

function papers(from: number, to: number) {
  const random = createRandom(7, from)
  return Array.from({ length: to - from }, (_, i) => ({
    id: `p${(from + i) * 7}`,
    title: TITLES[random.below(TITLES.length)],
    date: DATES[random.below(DATES.length)],
    votes: [null, 0, 3, 100][random.below(4)],
  }))
}

/** A collection with its lists, and those of its newest analysis. */
async function open() {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  const add = async (from: number, to: number, version: number): Promise<void> => {
    await api.json('POST', `/api/collections/${id}/imports`, jsonLines(papers(from, to)))
    await expect.poll(() => existsSync(paperLists(api.store.folders, id, version)), { timeout: 20_000 }).toBe(true)
  }
  await add(0, 90, 1)
  const { analysisId } = await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  await expect.poll(() => existsSync(analysisLists(api.store.folders, analysisId!)), { timeout: 20_000 }).toBe(true)
  return { api, store: api.store, collectionId: id as string, analysisId: analysisId!, add }
}

test('lists are the same from columns as from the database, page by page', { timeout: 60_000 }, async () => {
  const { store, collectionId, analysisId } = await open()
  const filters = [
    {},
    { topic: 2 },
    { topic: 9 },
    { from: '2021-06' },
    { to: '2021' },
    { topic: 1, from: '2021', to: '2022' },
  ]
  for (const sort of PAPER_ORDERS) {
    for (const filter of filters) {
      const request: PapersRequest = { collectionId, analysisId, sort, limit: 13, ...filter }
      let [quick, slow] = [await listFromColumns(store, request), await listFromTables(store, request)]
      const seen = new Set<string>()
      for (;;) {
        expect([quick!.items, quick!.total]).toEqual([slow.items, slow.total])
        expect(quick!.nextCursor === null).toBe(slow.nextCursor === null)
        for (const { id } of slow.items) seen.add(id)
        if (slow.nextCursor === null) break
        // Each goes on behind a cursor of the other's.
        const cursor = { quick: quick!.nextCursor!, slow: slow.nextCursor }
        slow = await listFromTables(store, { ...request, cursor: cursor.quick })
        quick = await listFromColumns(store, { ...request, cursor: seen.size % 2 === 0 ? cursor.quick : cursor.slow })
      }
      expect(seen.size).toBe(slow.total)
    }
  }
})

test('a list goes on at its place when papers came in between', { timeout: 60_000 }, async () => {
  const { store, collectionId, analysisId, add } = await open()
  const requests = PAPER_ORDERS.map((sort) => ({ collectionId, analysisId, sort, limit: 30 }))
  const cursors = await Promise.all(requests.map(async (one) => (await listFromColumns(store, one))!.nextCursor!))
  await add(90, 140, 2)
  for (const [i, request] of requests.entries()) {
    const next = { ...request, cursor: cursors[i] }
    const slow = await listFromTables(store, next)
    // Those of an analysis that does not know the new papers are the database's affair.
    const quick = await listFromColumns(store, next)
    if (request.sort === 'score') expect(quick).toBeNull()
    else expect([quick!.items, quick!.total]).toEqual([slow.items, slow.total])
  }
  expect(await listFromColumns(store, { ...requests[0], topic: 1 })).toBeNull()
})

test('narrows a list to papers that a query found, unless there are none to pick from', async () => {
  const { store, collectionId, analysisId } = await open()
  const request = { collectionId, analysisId, sort: 'oldest', limit: 50 } as const
  const pick = (members: Int32Array | null) => (choice: ListChoice) => pickFromLists(store.lists, choice, members)
  const all = await listPicked(store, { ...request, limit: 500 }, pick(null))
  const numbers = Int32Array.of(3, 4, 50, 89)
  const found = await listPicked(store, request, pick(numbers))
  expect(found).toMatchObject({ total: 4, nextCursor: null })
  expect(found!.items).toEqual(all!.items.filter((_, i) => numbers.includes(all!.picked.numbers[i])))
  expect(await listPicked(store, request, async () => null)).toBeNull()
})

test('refuses a cursor of another order, and one that is none', async () => {
  const { api, collectionId } = await open()
  const list = (query: string) => api.request('GET', `/api/collections/${collectionId}/papers?limit=5&${query}`)
  const { nextCursor } = (await (await list('sort=newest')).json()) as { nextCursor: string }
  expect((await list(`sort=newest&cursor=${nextCursor}`)).status).toBe(200)
  expect((await list(`sort=title&cursor=${nextCursor}`)).status).toBe(400)
  expect((await list('cursor=o5')).status).toBe(400)
  const forged = Buffer.from(JSON.stringify(['newest', 'x', 3, 1, -7])).toString('base64url')
  expect((await list(`sort=newest&cursor=${forged}`)).status).toBe(400)
})

test('an analysis is not known any more when its collection was deleted', async () => {
  const { api, collectionId, analysisId } = await open()
  expect((await api.request('GET', `/api/analyses/${analysisId}/topics`)).status).toBe(200)
  expect((await api.request('DELETE', `/api/collections/${collectionId}`)).status).toBe(204)
  for (const what of ['', '/topics', '/topics/1']) {
    expect((await api.request('GET', `/api/analyses/${analysisId}${what}`)).status).toBe(404)
  }
})
