import { expect, test } from 'vitest'
import { Analysis } from '../../../shared/analysis.ts'
import { Contrast } from '../../../shared/contrast.ts'
import { Job } from '../../../shared/job.ts'
import { decodeMap } from '../../../shared/map.ts'
import { VotedTopics } from '../../../shared/topic.ts'
import { TopicDetail } from '../../../shared/topic-detail.ts'
import { CrossTrends } from '../../../shared/cross-trends.ts'
import { TopicDrift } from '../../../shared/topic-drift.ts'
import { AnalysisTrends } from '../../../shared/trend.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi, type TestApi } from '../../support/test-api.ts'

const PAPERS = ['a', 'b', 'doi:10.1/c d', 'd'].map((id) => ({ id, title: `Paper ${id}`, date: '2024' }))

async function withPapers(deps: Parameters<typeof openTestApi>[0] = {}): Promise<{ api: TestApi; path: string }> {
  const api = await openTestApi(deps)
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([...PAPERS, PAPERS[0]]))
  return { api, path: `/api/collections/${id}` }
}

test('an analysis goes from a job to its tables', async () => {
  const { api, path } = await withPapers()
  const started = await api.request('POST', `${path}/analyses`, { topics: 3, seed: 7 })
  expect(started.status).toBe(202)
  const job = Job.parse(await started.json())
  expect(started.headers.get('location')).toBe(`/api/jobs/${job.id}`)
  const done = await api.ended(job.id)
  expect(done).toMatchObject({ state: 'done', progress: 1, secondsLeft: null, error: null })
  expect(Job.parse(await api.json('GET', `/api/jobs/${job.id}`))).toEqual(done)

  const at = `/api/analyses/${done.analysisId}`
  const analysis = Analysis.parse(await api.json('GET', at))
  expect(analysis).toMatchObject({
    options: { topics: 3, seed: 7 },
    summary: { papers: 4, rejected: 0, duplicates: 1 },
  })
  expect(await api.json('GET', path)).toMatchObject({
    analysis: { id: analysis.id, topics: 2, stale: false },
    jobId: null,
  })
  expect(await api.json('GET', `${path}/analyses`)).toMatchObject({ items: [analysis], total: 1, nextCursor: null })

  const { items, themes } = await api.json('GET', `${at}/topics`)
  expect(items.map(({ id }: { id: number }) => id)).toEqual([1, 2, 0])
  expect(themes).toMatchObject([{ id: 1, topics: [1, 2] }])
  const detail = TopicDetail.parse(await api.json('GET', `${at}/topics/2`))
  expect(detail).toMatchObject({
    ...items[1],
    uncertainShare: 1 / 1,
    nearest: [],
    distinguishing: { nearest: null },
    words: { stability: 'Its stability was not measured.' },
  })
  expect(detail.representativePapers.map(({ id }) => id)).toEqual(detail.representative)
  expect(detail.distinguishing.rest.every(({ z }) => z > 0)).toBe(true)
  expect((await api.request('GET', `${at}/topics/9`)).status).toBe(404)
  const sides = Contrast.parse(await api.json('GET', `${at}/contrast?a=1&b=2`))
  expect([sides.a, sides.b]).toMatchObject([{ label: items[0].label }, { label: items[1].label }])
  expect(sides.a.papers).toBe(items[0].papers)
  const rest = Contrast.parse(await api.json('GET', `${at}/contrast?a=1`))
  expect(rest.a.papers + rest.b.papers).toBe(4)
  expect(rest.b.label).toBe('all other papers')
  const named = Contrast.parse(await api.json('GET', `${at}/contrast?a=period:2024&b=query:paper+d&limit=3`))
  expect(named).toMatchObject({ a: { label: '2024', papers: 4 }, b: { label: '“paper d”', papers: 2 }, overlap: 2 })
  const lists = Contrast.parse(
    await api.json('POST', `${at}/contrast`, { a: { papers: ['a', 'z'] }, b: { papers: ['b'] } }),
  )
  expect(lists.a).toMatchObject({ label: '2 chosen papers', papers: 1 })
  expect(lists.notes).toContain('1 paper of 2 chosen papers is not in the collection')
  expect((await api.request('GET', `${at}/contrast?a=1&b=9`)).status).toBe(404)
  expect((await api.request('GET', `${at}/contrast?a=theme:9`)).status).toBe(404)
  expect((await api.request('GET', `${at}/contrast?a=colour:red`)).status).toBe(400)
  expect((await api.request('GET', `${at}/contrast?b=1`)).status).toBe(400)
  expect(AnalysisTrends.parse(await api.json('GET', `${at}/trends`))).toMatchObject({
    bin: 'year',
    dated: 4,
    items: [{ id: 1 }, { id: 2 }],
    phrases: [],
  })
  const { phrases } = AnalysisTrends.parse(await api.json('GET', `${at}/trends?phrases=1`))
  expect(phrases.map(({ label }) => label)).toEqual(['alpha'])
  expect((await api.request('GET', `${at}/trends?phrases=many`)).status).toBe(400)
  expect(TopicDrift.parse(await api.json('GET', `${at}/topics/1/drift`)).entered).toEqual(['alpha'])
  expect((await api.request('GET', `${at}/topics/2/drift`)).status).toBe(404)
  const cross = CrossTrends.parse(await api.json('GET', `${at}/cross?by=organisation&topic=1&bin=year`))
  expect(cross).toMatchObject({
    by: 'organisation',
    topicId: 1,
    bin: 'year',
    periods: ['2024'],
    groups: [],
    nameless: 2,
  })
  expect((await api.request('GET', `${at}/cross?topic=9`)).status).toBe(404)
  expect((await api.request('GET', `${at}/cross?by=colour`)).status).toBe(400)

  const similar = await api.json('GET', `${at}/papers/b/similar`)
  expect(similar.items).toMatchObject([{ score: 0.25, paper: { id: 'd', assignment: { topicId: 1 } } }])
  expect(similar.items[0].terms[0]).toBe('a term')
  expect(await api.json('GET', `${at}/papers/${encodeURIComponent('doi:10.1/c d')}/similar`)).toEqual({ items: [] })
  expect((await api.request('GET', `${at}/papers/z/similar`)).status).toBe(404)

  const paper = await api.json('GET', `${at}/papers/${encodeURIComponent('doi:10.1/c d')}`)
  expect(paper).toMatchObject({ paper: { id: 'doi:10.1/c d' }, assignment: { topicId: 0, runnerUpScore: 0.1 } })
  expect((await api.request('GET', `${at}/papers/nope`)).status).toBe(404)
})

test('topics and themes carry the votes of their papers, where these have any', async () => {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  const votes = [3, null, 10, null]
  const papers = ['a', 'b', 'c', 'd'].map((name, i) => ({ id: name, title: `Paper ${name}`, votes: votes[i] }))
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines(papers))
  const { analysisId } = await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  const { items, themes } = VotedTopics.parse(await api.json('GET', `/api/analyses/${analysisId}/topics`))
  // Topic 1 holds a and c.
  expect(items.map((topic) => topic.votes)).toEqual([{ papers: 2, median: 6.5, total: 13 }, null, null])
  expect(themes.map((theme) => theme.votes)).toEqual([{ papers: 2, median: 6.5, total: 13 }])
})

test('the map comes as bytes that never change', async () => {
  const { api, path } = await withPapers()
  const { analysisId } = await api.ended((await api.json('POST', `${path}/analyses`)).id)
  const response = await api.request('GET', `/api/analyses/${analysisId}/map`)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(decodeMap(await response.arrayBuffer(), new TextDecoder()).ids).toEqual(['a', 'b', 'd', 'doi:10.1/c d'])
  const again = await api.request('GET', `/api/analyses/${analysisId}/map`, undefined, {
    'if-none-match': response.headers.get('etag')!,
  })
  expect(again.status).toBe(304)
  expect((await api.request('GET', `/api/analyses/..%2f..%2fsecret/map`)).status).toBe(404)
})

test('one analysis at a time for a collection, and one at a time in all', async () => {
  const { api, path } = await withPapers()
  api.engine.automatic = false
  const first = await api.json('POST', `${path}/analyses`)
  const second = await api.request('POST', `${path}/analyses`)
  expect(second.status).toBe(409)
  expect((await second.json()).error.message).toContain(first.id)
  expect(await api.json('GET', path)).toMatchObject({ jobId: first.id })

  const other = await api.json('POST', '/api/collections', { name: 'other' })
  expect((await api.request('POST', `/api/collections/${other.id}/analyses`)).status).toBe(422)
  await api.json('POST', `/api/collections/${other.id}/imports`, jsonLines(PAPERS))
  const waiting = await api.json('POST', `/api/collections/${other.id}/analyses`)
  await expect.poll(() => api.engine.runs.length).toBe(1)
  expect(await api.json('GET', `/api/jobs/${waiting.id}`)).toMatchObject({ state: 'queued' })
  api.engine.automatic = true
  api.engine.runs[0].finish()
  expect(await api.ended(first.id)).toMatchObject({ state: 'done' })
  expect(await api.ended(waiting.id)).toMatchObject({ state: 'done' })
})

test('cancel and failure leave the earlier analysis as it was', async () => {
  const { api, path } = await withPapers()
  const { analysisId } = await api.ended((await api.json('POST', `${path}/analyses`)).id)
  api.engine.automatic = false
  const before = await api.json('GET', path)

  const running = await api.json('POST', `${path}/analyses`)
  await expect.poll(() => api.engine.runs.length).toBe(2)
  const cancel = await api.request('DELETE', `/api/jobs/${running.id}`)
  expect(cancel.status).toBe(202)
  expect(await cancel.json()).toMatchObject({ state: 'cancelled', analysisId: null, error: null })
  expect(await api.json('GET', path)).toEqual(before)
  expect(await api.json('DELETE', `/api/jobs/${running.id}`)).toMatchObject({ state: 'cancelled' })

  const failing = await api.json('POST', `${path}/analyses`)
  await expect.poll(() => api.engine.runs.length).toBe(3)
  api.engine.runs[2].fail(new Error('kernel gone'))
  const failed = await api.ended(failing.id)
  expect(failed).toMatchObject({ state: 'failed', error: { code: 'internal', message: 'kernel gone' } })
  expect(await api.json('GET', `/api/jobs/${failing.id}`)).toEqual(failed)
  expect(await api.json('GET', path)).toEqual(before)
  expect(await api.json('GET', `/api/analyses/${analysisId}`)).toMatchObject({ id: analysisId })
})

test('a job that waits can be cancelled before it runs', async () => {
  const { api, path } = await withPapers()
  api.engine.automatic = false
  await api.json('POST', `${path}/analyses`)
  const other = await api.json('POST', '/api/collections', { name: 'other' })
  await api.json('POST', `/api/collections/${other.id}/imports`, jsonLines(PAPERS))
  const waiting = await api.json('POST', `/api/collections/${other.id}/analyses`)
  expect(await api.json('DELETE', `/api/jobs/${waiting.id}`)).toMatchObject({ state: 'cancelled' })
  expect((await api.request('POST', `/api/collections/${other.id}/analyses`)).status).toBe(202)
})

test('a job survives a restart once, and fails the second time', async () => {
  const first = await withPapers()
  first.api.engine.automatic = false
  const job = await first.api.json('POST', `${first.path}/analyses`, { seed: 3 })
  await expect.poll(() => first.api.engine.runs.length).toBe(1)
  await first.api.close()

  const second = await openTestApi({ folder: first.api.folder, engine: first.api.engine })
  await expect.poll(() => first.api.engine.runs.length).toBe(2)
  expect(first.api.engine.runs[1].spec.options.seed).toBe(3)
  expect(await second.json('GET', `/api/jobs/${job.id}`)).toMatchObject({ state: 'running' })
  await second.close()

  const third = await openTestApi({ folder: first.api.folder })
  expect(await third.json('GET', `/api/jobs/${job.id}`)).toMatchObject({
    state: 'failed',
    error: { message: 'analysis was interrupted twice' },
  })
  expect(await third.json('GET', first.path)).toMatchObject({ jobId: null, papers: 4 })
})
