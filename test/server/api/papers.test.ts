import { expect, test } from 'vitest'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi, type TestApi } from '../../support/test-api.ts'

const PAPERS = [
  { id: 'a', title: 'beta loss', date: '2023', votes: 1 },
  { id: 'b', title: 'Alpha', date: '2024-11-21', votes: 3 },
  { id: 'c', title: 'gamma loss', date: '2024-11', votes: null },
  { id: 'doi:10.1/x y', title: 'delta', votes: 3 },
  { id: 'e', title: 'alpha', date: '2024-11-21' },
]

async function withPapers(): Promise<{ api: TestApi; path: string; id: string }> {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines(PAPERS))
  return { api, id, path: `/api/collections/${id}/papers` }
}
const ids = (page: { items: { id: string }[] }): string => page.items.map(({ id }) => id[0]).join('')

test('sorts, and pages stably whatever comes in between', async () => {
  const { api, path, id } = await withPapers()
  await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  const orders = { newest: 'becad', oldest: 'acbed', title: 'beadc', votes: 'bdace', score: 'abcde' }
  for (const [sort, order] of Object.entries(orders)) {
    expect(ids(await api.json('GET', `${path}?sort=${sort}`)), sort).toBe(order)
    let paged = ''
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null; total: number } = await api.json(
        'GET',
        `${path}?sort=${sort}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      expect(page.total).toBe(5)
      paged += ids(page)
      cursor = page.nextCursor
    }
    expect(paged, sort).toBe(order)
  }
  const first = await api.json('GET', `${path}?sort=title&limit=2`)
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: '0', title: 'aaa first of all' }]))
  expect(ids(await api.json('GET', `${path}?sort=title&limit=9&cursor=${first.nextCursor}`))).toBe('adc')
})

test('filters by dates: all days a date may mean must lie within', async () => {
  const { api, path } = await withPapers()
  expect(ids(await api.json('GET', `${path}?from=2024&to=2024`))).toBe('bec')
  expect(ids(await api.json('GET', `${path}?from=2024-11-21`))).toBe('be')
  expect(ids(await api.json('GET', `${path}?to=2024-11-29`))).toBe('bea')
  // c is of November, of which every day lies in the quarter but not in the week.
  expect(ids(await api.json('GET', `${path}?from=2024-Q4&to=2024-H2`))).toBe('bec')
  expect(ids(await api.json('GET', `${path}?from=2024-W47&to=2024-W47`))).toBe('be')
  expect(ids(await api.json('GET', `${path}?from=2024-W47&to=2024-W47&query=alpha`))).toBe('be')
})

test('searches, and counts what matches', async () => {
  const { api, path } = await withPapers()
  expect(await api.json('GET', `${path}?query=loss&limit=1`)).toMatchObject({ total: 2, items: [{ id: 'c' }] })
  expect(await api.json('GET', `${path}?query=nothing-like-it`)).toMatchObject({
    total: 0,
    items: [],
    nextCursor: null,
  })
})

test('gives the best first, with where it matches, and pages on behind the last one seen', async () => {
  const { api, path, id } = await withPapers()
  const more = [
    {
      id: 'f',
      title: 'Nothing',
      abstract: 'It says loss once, and then goes on about boats for a while.',
      date: '2024',
    },
    { id: 'g', title: 'Loss and loss', abstract: 'Loss again.', date: '2020' },
  ]
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines(more))
  const all = await api.json('GET', `${path}?query=loss`)
  expect(ids(all)).toBe('gcaf')
  const scores = all.items.map(({ score }: { score: number }) => score)
  expect(scores).toEqual([...scores].sort((x: number, y: number) => y - x))
  expect(all.items[3].highlights).toEqual({
    title: [],
    snippet: { text: more[0].abstract, ranges: [{ start: 8, end: 12 }] },
  })
  expect((await api.json('GET', `${path}?query=loss&highlight=false`)).items[0].highlights).toBeNull()
  expect((await api.json('GET', path)).items[0]).toMatchObject({ score: null, highlights: null })
  expect(ids(await api.json('GET', `${path}?query=loss&sort=newest`))).toBe('cfag')

  const first = await api.json('GET', `${path}?query=loss&limit=2`)
  // What came in meanwhile changes every score, and stands before the place where the next page begins.
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'h', title: 'loss loss loss' }]))
  const second = await api.json('GET', `${path}?query=loss&limit=2&cursor=${first.nextCursor}`)
  expect(ids(first) + ids(second)).toBe('gcaf')
  expect(second).toMatchObject({ total: 5, nextCursor: null })
})

test('takes words that stand apart where it is asked to, and narrows by dates, topic and fields', async () => {
  const { api, path, id } = await withPapers()
  await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  const found = async (query: string) => ids(await api.json('GET', `${path}?query=${query}`))
  expect(await found('loss+gamma')).toBe('')
  expect(await found('loss+gamma&words=anywhere')).toBe('c')
  expect(await found('loss&from=2024')).toBe('c')
  expect(await found('loss&to=2023')).toBe('a')
  expect(await found('loss&topic=1')).toBe('ca')
  expect(await found('loss+topic:1')).toBe('ca')
  expect(await found('topic:%22topic 2%22&sort=title')).toBe('bd')
  expect(await found('year:2024+-loss')).toBe('be')
  expect((await api.request('GET', `${path}?query=topic:9`)).status).toBe(404)
})

test('topics and assignments are of the newest analysis, or the one that is named', async () => {
  const { api, path, id } = await withPapers()
  expect((await api.request('GET', `${path}?topic=1`)).status).toBe(400)
  const first = await api.ended((await api.json('POST', `/api/collections/${id}/analyses`, { topics: 2 })).id)
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'f' }]))
  expect(await api.json('GET', `${path}?topic=0`)).toMatchObject({
    total: 1,
    items: [{ id: 'e', assignment: { topicId: 0, reasons: [{ term: 'a "term"', share: 0.5 }] } }],
  })
  await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  expect(ids(await api.json('GET', `${path}?topic=0`))).toBe('f')
  expect(ids(await api.json('GET', `${path}?topic=0&analysis=${first.analysisId}`))).toBe('e')
  const other = await api.json('POST', '/api/collections', { name: 'other' })
  expect((await api.request('GET', `/api/collections/${other.id}/papers?analysis=${first.analysisId}`)).status).toBe(
    404,
  )
})

test('counts queries over time', async () => {
  const { api, id } = await withPapers()
  const answer = await api.json('GET', `/api/collections/${id}/trends?query=loss&query=alpha&fields=title`)
  expect(answer.fields).toEqual(['title'])
  expect(answer.series.map(({ query, papers }: { query: string; papers: number }) => [query, papers])).toEqual([
    ['loss', 2],
    ['alpha', 2],
  ])
  expect((await api.request('GET', `/api/collections/${id}/trends?query=`)).status).toBe(400)
  expect((await api.request('GET', `/api/collections/${id}/trends?query=loss&smooth=99`)).status).toBe(400)
  const usual = await api.json('GET', `/api/collections/${id}/trends?query=loss&within=alpha&within=loss&smooth=1`)
  expect(usual).toMatchObject({ fields: ['title', 'abstract'], within: ['alpha', 'loss'], smooth: 1 })
  // The papers behind a point are found in the same set.
  const behind = await api.json('GET', `/api/collections/${id}/papers?query=loss&within=alpha`)
  expect(behind.total).toBe(usual.series[0].papers)
})
