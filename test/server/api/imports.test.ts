import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi, type TestApi } from '../../support/test-api.ts'

const PAPERS = [
  { id: 'b', title: 'Losses', date: '2024-11', abstract: 'About losses' },
  { id: 'a', title: 'Scaling', date: '2023' },
  { id: 'z😀', title: 'x\u0000 ="quoted" \u2028', authors: ['A', 'B'], votes: 4_000_000_000, keywords: [] },
]

async function collection(api: TestApi, name = 'papers'): Promise<string> {
  return (await api.json('POST', '/api/collections', { name })).id
}
const staging = (api: TestApi): string[] => readdirSync(join(api.folder, 'staging')).filter((name) => name !== 'spill')

test('takes a file and says so only when it is kept', async () => {
  const api = await openTestApi()
  const id = await collection(api)
  const response = await api.request('POST', `/api/collections/${id}/imports?filename=my.jsonl`, jsonLines(PAPERS))
  expect(response.status).toBe(201)
  const answer = await response.json()
  expect(answer).toMatchObject({ import: { filename: 'my.jsonl' }, receipt: { records: 3, papers: 3, duplicates: 0 } })
  expect(await api.json('GET', `/api/collections/${id}`)).toMatchObject({
    papers: 3,
    from: '2023',
    to: '2024-11',
    imports: [answer.import],
  })
  const { items } = await api.json('GET', `/api/collections/${id}/papers?sort=title`)
  expect(items.find((item: { id: string }) => item.id === 'z😀')).toMatchObject({
    title: PAPERS[2].title,
    authors: ['A', 'B'],
    keywords: [],
    votes: 4_000_000_000,
    abstract: null,
    assignment: null,
  })
  await api.jobs.match(id, { query: 'x', fields: ['title'], words: 'together', analysisId: null })
  expect(staging(api)).toEqual([])
})

test('a second import of the same file adds nothing and says so', async () => {
  const api = await openTestApi()
  const id = await collection(api)
  const path = `/api/collections/${id}/imports`
  await api.json('POST', path, jsonLines(PAPERS))
  const { receipt } = await api.json('POST', path, jsonLines([...PAPERS, PAPERS[0]]))
  expect(receipt).toMatchObject({ records: 4, papers: 0, duplicates: 4, titlesOnly: 0, from: null, to: null })
  expect(receipt.notes).toEqual(['every paper of this file was in the collection already'])
  expect(await api.json('GET', `/api/collections/${id}`)).toMatchObject({ papers: 3, imports: [{}, {}] })
})

test('adds what is new, makes known papers richer, and its receipt counts the new ones', async () => {
  const api = await openTestApi()
  const id = await collection(api)
  const path = `/api/collections/${id}/imports`
  await api.json('POST', path, jsonLines(PAPERS))
  const more = [{ ...PAPERS[1], abstract: 'now with an abstract' }, PAPERS[0], { id: 'c', title: 'New', date: '2025' }]
  const { receipt } = await api.json('POST', path, jsonLines(more))
  expect(receipt).toMatchObject({ records: 3, papers: 1, duplicates: 2, titlesOnly: 1, from: '2025', to: '2025' })
  expect(receipt.fields).toEqual({ title: { column: 'title', papers: 1 } })
  const { items } = await api.json('GET', `/api/collections/${id}/papers?sort=oldest`)
  expect(items.map((item: { id: string; abstract: string }) => [item.id, item.abstract])).toEqual([
    ['a', 'now with an abstract'],
    ['b', 'About losses'],
    ['c', null],
    ['z😀', null],
  ])
})

test('an analysis is stale after papers came, and not after an import that brought none', async () => {
  const api = await openTestApi()
  const id = await collection(api)
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines(PAPERS))
  await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines(PAPERS))
  expect(await api.json('GET', `/api/collections/${id}`)).toMatchObject({ analysis: { topics: 2, stale: false } })
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'new' }]))
  expect(await api.json('GET', `/api/collections/${id}`)).toMatchObject({ analysis: { topics: 2, stale: true } })
})

test('a preview stores nothing and needs no collection', async () => {
  const api = await openTestApi()
  const response = await api.request('POST', '/api/collections/new/imports?preview=true', jsonLines(PAPERS))
  expect(response.status).toBe(200)
  const { receipt, sample } = await response.json()
  expect(receipt).toMatchObject({ papers: 3 })
  expect(sample.map((paper: { id: string }) => paper.id)).toEqual(['a', 'b', 'z😀'])
  expect(await api.json('GET', '/api/collections')).toMatchObject({ total: 0 })
  expect(staging(api)).toEqual([])
})

test('a file that cannot be read stores nothing and names the line', async () => {
  const api = await openTestApi()
  const id = await collection(api)
  const response = await api.request('POST', `/api/collections/${id}/imports`, `${jsonLines(PAPERS)}{"id":"cut`)
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    error: { code: 'unprocessable', message: 'record cut short', line: 4 },
  })
  expect(await api.json('GET', `/api/collections/${id}`)).toMatchObject({ papers: 0, imports: [] })
  expect(staging(api)).toEqual([])
})

test('a body beyond the limit is refused, declared or not', async () => {
  const api = await openTestApi({ bodyLimitBytes: 1000 })
  const id = await collection(api)
  const body = jsonLines([{ id: 'a', title: 'x'.repeat(2000) }])
  const path = `/api/collections/${id}/imports`
  for (const headers of [{ 'content-length': String(body.length) }, {}] as Record<string, string>[]) {
    const response = await api.request('POST', path, body, headers)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: { code: 'too-large' } })
  }
  expect((await api.request('POST', '/api/collections', { name: 'x'.repeat(2 ** 20) })).status).toBe(413)
  expect(staging(api)).toEqual([])
})

test('many uploads at once all arrive, each once', async () => {
  const api = await openTestApi()
  const id = await collection(api)
  const uploads = Array.from({ length: 24 }, (_, i) =>
    api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: `p${i}` }, { id: 'shared' }])),
  )
  const receipts = (await Promise.all(uploads)).map(({ receipt }) => receipt)
  expect(receipts.reduce((sum, { papers }) => sum + papers, 0)).toBe(25)
  expect(receipts.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(23)
  expect(await api.json('GET', `/api/collections/${id}`)).toMatchObject({ papers: 25 })
})
