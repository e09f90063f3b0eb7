import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Analysis } from '../../shared/analysis.ts'
import type { Collection, CollectionDetail } from '../../shared/collection.ts'
import type { Job } from '../../shared/job.ts'
import { decodeMap } from '../../shared/map.ts'
import type { Paper } from '../../shared/paper.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { Assignment, Theme, Topic } from '../../shared/topic.ts'
import type { AnalysisTrends, QueryTrends } from '../../shared/trend.ts'
import { call, followJob, refusal, send, type Caller } from '../support/api.ts'
import { sampleFile } from '../support/command.ts'
import { readLock, startServer, type TestServer } from '../support/server.ts'
import { makeFolder } from '../support/temp-folder.ts'

type Page<T> = { items: T[]; total: number; nextCursor: string | null }
type Placed = Paper & { assignment: Assignment | null }

/** From the bytes of a file to the answers of the API, through a real server process. Each step stands on those before. */
describe('the whole road', () => {
  const folder = makeFolder()
  let server: TestServer
  let caller: Caller
  let collectionId: string
  let analysis: Analysis
  let topics: Topic[]

  beforeAll(async () => {
    server = await startServer(folder.path)
    caller = { address: server.address, token: readLock(folder.path).token }
  }, 120_000)
  afterAll(async () => {
    await server?.stop()
    folder.remove()
  })

  const get = <T>(path: string) => call<T>(caller, 'GET', path)

  it('is healthy and holds nothing', async () => {
    expect(await get('/healthz')).toMatchObject({ ok: true, version: expect.any(String) })
    expect(await get('/api/collections')).toMatchObject({ items: [], total: 0 })
  })

  it('previews a page and stores nothing', async () => {
    const page = readFileSync(sampleFile, 'utf8')
    const path = '/api/collections/new/imports?filename=page.txt&preview=true'
    const preview = await call<{ receipt: Receipt; sample: Paper[] }>(caller, 'POST', path, page)
    expect(preview.receipt).toMatchObject({ records: 39, papers: 39, rejected: [], inferredDates: 12 })
    expect(preview.sample.length).toBeGreaterThan(0)
    expect((await get<Page<Collection>>('/api/collections')).total).toBe(0)
  })

  it('creates a collection, once per name', async () => {
    const created = await call<Collection>(caller, 'POST', '/api/collections', { name: 'Daily Papers' })
    collectionId = created.id
    expect(created).toMatchObject({ name: 'Daily Papers', papers: 0, analysis: null })
    expect(await refusal(caller, 'POST', '/api/collections', { name: 'Daily Papers' })).toMatchObject({
      status: 409,
      code: 'conflict',
    })
  })

  it('refuses to analyse an empty collection', async () => {
    expect(await refusal(caller, 'POST', `/api/collections/${collectionId}/analyses`, {})).toMatchObject({
      status: 422,
    })
  })

  it('imports the page, and adds nothing the second time', async () => {
    const page = readFileSync(sampleFile)
    const path = `/api/collections/${collectionId}/imports?filename=daily-papers-page.txt`
    const first = await call<{ receipt: Receipt }>(caller, 'POST', path, page)
    expect(first.receipt).toMatchObject({
      records: 39,
      papers: 39,
      duplicates: 0,
      from: '2016-04-29',
      to: '2025-11-25',
    })
    const again = await call<{ receipt: Receipt }>(caller, 'POST', path, page)
    expect(again.receipt).toMatchObject({ records: 39, papers: 0, duplicates: 39 })
    const detail = await get<CollectionDetail>(`/api/collections/${collectionId}`)
    expect(detail).toMatchObject({ papers: 39, from: '2016-04-29', to: '2025-11-25', analysis: null })
    expect(detail.imports).toHaveLength(2)
  })

  it('analyses it, with stages that people can follow and a server that stays awake', async () => {
    const response = await send(caller, 'POST', `/api/collections/${collectionId}/analyses`, {})
    expect(response.status).toBe(202)
    const started = (await response.json()) as Job
    expect(response.headers.get('location')).toBe(`/api/jobs/${started.id}`)
    const states = await followJob(caller, started.id)
    expect(states.at(-1)).toMatchObject({ id: started.id, state: 'done', progress: 1, error: null })
    const shares = states.map((job) => job.progress)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    // A second listener gets the final state at once, and the stream ends.
    expect(await followJob(caller, started.id)).toHaveLength(1)
    analysis = await get<Analysis>(`/api/analyses/${states.at(-1)!.analysisId}`)
    expect(analysis).toMatchObject({
      collectionId,
      options: { topics: 'auto', seed: 1 },
      summary: { papers: 39, seed: 1 },
    })
    const detail = await get<Collection>(`/api/collections/${collectionId}`)
    expect(detail).toMatchObject({ jobId: null, analysis: { id: analysis.id, stale: false } })
  })

  it('finds six to nine topics with readable, unique labels', async () => {
    const answer = await get<{ items: Topic[]; themes: Theme[] }>(`/api/analyses/${analysis.id}/topics`)
    topics = answer.items
    const real = topics.filter((topic) => topic.id !== 0)
    expect(real.length).toBeGreaterThanOrEqual(6)
    expect(real.length).toBeLessThanOrEqual(9)
    expect(new Set(topics.map((topic) => topic.label.toLowerCase())).size).toBe(topics.length)
    expect(topics.reduce((sum, topic) => sum + topic.papers, 0)).toBe(39)
    const one = await get<Topic>(`/api/analyses/${analysis.id}/topics/${real[0].id}`)
    expect(one).toMatchObject({ id: real[0].id, label: real[0].label })
    const inThemes = answer.themes.flatMap((theme) => theme.topics)
    expect(inThemes.sort((a, b) => a - b)).toEqual(real.map((topic) => topic.id).sort((a, b) => a - b))
  })

  it('draws a map that agrees with the topics', async () => {
    const response = await send(caller, 'GET', `/api/analyses/${analysis.id}/map`)
    const map = decodeMap(await response.arrayBuffer(), new TextDecoder())
    expect(map.n).toBe(39)
    expect([...map.x, ...map.y].every(Number.isFinite)).toBe(true)
    for (const topic of topics) expect(map.topic.filter((id) => id === topic.id)).toHaveLength(topic.papers)
    const etag = response.headers.get('etag')
    expect(etag).toBeTruthy()
    const path = `${server.address}/api/analyses/${analysis.id}/map`
    expect((await fetch(path, { headers: { 'if-none-match': etag! } })).status).toBe(304)
  })

  it('lists papers by page, topic, text and date', async () => {
    const papers = `/api/collections/${collectionId}/papers`
    const first = await get<Page<Placed>>(`${papers}?limit=25&sort=oldest`)
    expect(first).toMatchObject({ total: 39 })
    expect(first.items).toHaveLength(25)
    expect(first.items[0]).toMatchObject({ date: '2016-04-29' })
    const second = await get<Page<Placed>>(
      `${papers}?limit=25&sort=oldest&cursor=${encodeURIComponent(first.nextCursor!)}`,
    )
    expect(second.items).toHaveLength(14)
    expect(second.nextCursor).toBeNull()
    expect(new Set([...first.items, ...second.items].map((paper) => paper.id)).size).toBe(39)

    const topic = topics.find((one) => one.id === 1)!
    const members = await get<Page<Placed>>(`${papers}?topic=${topic.id}&sort=score&limit=500`)
    expect(members.total).toBe(topic.papers)
    for (const paper of members.items) expect(paper.assignment).toMatchObject({ topicId: topic.id })
    const scores = members.items.map((paper) => paper.assignment!.score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))

    const last = await get<Page<Placed>>(`${papers}?from=2025&to=2025&limit=500`)
    expect(last.total).toBe(12)
    const { paper, assignment } = await get<{ paper: Paper; assignment: Assignment }>(
      `/api/analyses/${analysis.id}/papers/${encodeURIComponent(members.items[0].id)}`,
    )
    expect(paper.id).toBe(members.items[0].id)
    expect(assignment.reasons.length).toBeGreaterThan(0)
  })

  it('follows a typed phrase, down to the papers behind a point', async () => {
    const path = `/api/collections/${collectionId}/trends?query=loss+functions&query=alignment&bin=year`
    const trends = await get<QueryTrends>(path)
    expect(trends.series.map((series) => series.query)).toEqual(['loss functions', 'alignment'])
    for (const series of trends.series) {
      expect(series.verdict).toBe('not enough data')
      for (const point of series.points.filter(({ papers }) => papers > 0)) {
        const query = new URLSearchParams({ query: series.query, from: point.period, to: point.period, limit: '500' })
        const behind = await get<Page<Placed>>(`/api/collections/${collectionId}/papers?${query}`)
        expect(behind.total, `${series.query} in ${point.period}`).toBe(point.papers)
      }
    }
    expect(await refusal(caller, 'GET', `/api/collections/${collectionId}/trends?query=`)).toMatchObject({
      status: expect.toSatisfy((status: number) => status === 400 || status === 422),
    })
  })

  it('gives every topic its trend, and says why there is no verdict', async () => {
    const trends = await get<AnalysisTrends>(`/api/analyses/${analysis.id}/trends`)
    expect(trends.items.filter((item) => item.kind === 'topic')).toHaveLength(topics.length)
    for (const item of trends.items) expect(item.verdict).toBe('not enough data')
    expect(analysis.facts.notes.join(' ')).toMatch(/39|60|not enough|too few/i)
  })

  it.each([
    ['html', 'text/html'],
    ['csv', 'text/csv'],
    ['json', 'application/json'],
    ['md', 'text/markdown'],
    ['bib', 'bibtex'],
  ])('hands out the report as %s', async (format, type) => {
    const response = await send(caller, 'GET', `/api/analyses/${analysis.id}/report?format=${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(await response.text()).toContain('Z-loss')
  })

  it('renames and deletes', async () => {
    const renamed = await call<Collection>(caller, 'PATCH', `/api/collections/${collectionId}`, { name: 'December' })
    expect(renamed).toMatchObject({ id: collectionId, name: 'December', papers: 39 })
    const gone = await send(caller, 'DELETE', `/api/collections/${collectionId}`)
    expect(gone.status).toBe(204)
    expect(await refusal(caller, 'GET', `/api/collections/${collectionId}`)).toMatchObject({
      status: 404,
      code: 'not-found',
    })
    expect(await refusal(caller, 'GET', `/api/analyses/${analysis.id}`)).toMatchObject({ status: 404 })
  })

  it('wrote nothing to stderr that looks like a fault', () => {
    expect(server.stderr()).not.toMatch(/error|unhandled|warning/i)
  })
})
