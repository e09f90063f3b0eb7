import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paperRecords } from '../../../server/store/records.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi } from '../../support/test-api.ts'

const PAPERS = [
  {
    id: 'b',
    title: 'Boats “at” sea 😀',
    abstract: 'Of boats.\nAnd sails.',
    date: '2024-11',
    votes: 3,
    venue: 'Sea Days',
  },
  { id: 'a"\\', title: 'Of alphas', abstract: null, date: null, authors: ['Ada “Ä” Alpha', 'B'], authorCount: 2 },
  { id: 'ﬀ', title: 'Of ligatures', abstract: 'x', date: '2024-01-02', keywords: ['k'], doi: '10.1/x', comments: 0 },
  { id: '😀', title: 'Of faces', abstract: 'y', date: '1999', url: 'https://example.org/?a=1&b=2' },
]

test('papers, their places and what is similar are the same from records as from the database', async () => {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines(PAPERS))
  const { analysisId } = await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  const index = join(api.folder, 'index')
  await expect
    .poll(() => readdirSync(index).filter((name) => name.endsWith('.bin')), { timeout: 20_000 })
    .toHaveLength(1)
  const result = join(api.folder, 'results', analysisId!)
  const paths = [
    ...['newest', 'oldest', 'title', 'score', 'votes'].map((sort) => `/api/collections/${id}/papers?sort=${sort}`),
    `/api/collections/${id}/papers?topic=1`,
    `/api/collections/${id}/papers?query=boats`,
    ...PAPERS.map((paper) => `/api/analyses/${analysisId}/papers/${encodeURIComponent(paper.id)}`),
    ...PAPERS.map((paper) => `/api/analyses/${analysisId}/papers/${encodeURIComponent(paper.id)}/similar`),
  ]
  const answers = () => Promise.all(paths.map((path) => api.json('GET', path)))
  const fromRecords = await answers()
  expect(fromRecords[0].items[0]).toMatchObject({ id: 'b', votes: 3, assignment: { paperId: 'b' } })
  expect(await api.store.records.get(paperRecords(api.store.folders, id, 1))).not.toBeNull()
  for (const [folder, names] of [
    [index, readdirSync(index)],
    [result, ['assignments.jsonl', 'similar.jsonl']],
  ] as const) {
    for (const name of names) if (name.includes('.jsonl')) rmSync(join(folder, name))
  }
  expect(await answers()).toEqual(fromRecords)
})
