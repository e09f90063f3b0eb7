import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { jobEvents } from '../../../server/api/job-events.ts'
import { createApp } from '../../../server/api/app.ts'
import { LiveJob } from '../../../server/jobs/analysis/live-job.ts'
import type { Job } from '../../../shared/job.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi, TEST_TOKEN } from '../../support/test-api.ts'

const JOB: Job = {
  id: 'j_1',
  collectionId: 'c_1',
  analysisId: null,
  state: 'queued',
  stage: null,
  progress: 0,
  secondsLeft: null,
  error: null,
  createdAt: '2025-01-01T00:00:00.000Z',
  finishedAt: null,
}

/** Events of a stream: id and job. */
function parse(text: string): { id: number; job: Job }[] {
  return text
    .split('\n\n')
    .filter((event) => event.includes('event: job'))
    .map((event) => ({
      id: Number(/^id: (.*)$/m.exec(event)![1]),
      job: JSON.parse(/^data: (.*)$/m.exec(event)![1]) as Job,
    }))
}

async function stream(live: LiveJob, lastEventId?: string, heartbeatMs?: number) {
  const app = new Hono()
  const subscription = {
    now: live.event,
    listen: (listener: Parameters<LiveJob['listen']>[0]) => live.listen(listener),
  }
  app.get('/', (c) => jobEvents(c, subscription, lastEventId, heartbeatMs))
  return app.request('/')
}

test('sends the state at once and ends after the final one', async () => {
  const live = new LiveJob(JOB, { topics: 'auto', seed: 1 }, 0)
  const response = await stream(live)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body!.getReader()
  const first = parse(new TextDecoder().decode((await reader.read()).value))
  expect(first).toEqual([{ id: 1, job: JOB }])
  live.set({ state: 'running', stage: 'topics', progress: 0.5 })
  live.set({ state: 'done', progress: 1, analysisId: 'a_1' })
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    rest += new TextDecoder().decode(value)
  }
  const events = parse(rest)
  expect(events.at(-1)).toMatchObject({ id: 3, job: { state: 'done', analysisId: 'a_1' } })
  expect(live.listeners).toBe(0)
})

test('resumes: a client that has the newest state gets only what comes after', async () => {
  const live = new LiveJob(JOB, { topics: 'auto', seed: 1 }, 0)
  live.set({ state: 'running' })
  const text = stream(live, String(live.event.id)).then((response) => response.text())
  await new Promise((resolve) => setTimeout(resolve, 20))
  live.set({ state: 'failed', error: { code: 'internal', message: 'x' } })
  expect(parse(await text).map(({ id }) => id)).toEqual([3])

  const behind = await (await stream(live, '1')).text()
  expect(parse(behind).map(({ id }) => id)).toEqual([3])
  const after = await (await stream(live, '3')).text()
  expect(parse(after)).toHaveLength(1)
})

test('a change between subscribing and listening is not lost', async () => {
  const live = new LiveJob(JOB, { topics: 'auto', seed: 1 }, 0)
  const now = live.event
  live.set({ state: 'cancelled' })
  const app = new Hono()
  app.get('/', (c) => jobEvents(c, { now, listen: (listener) => live.listen(listener) }, undefined))
  expect(parse(await (await app.request('/')).text()).at(-1)?.job.state).toBe('cancelled')
})

test('keeps the connection alive with comments', async () => {
  const live = new LiveJob(JOB, { topics: 'auto', seed: 1 }, 0)
  const text = stream(live, '1', 10).then((response) => response.text())
  await new Promise((resolve) => setTimeout(resolve, 60))
  live.set({ state: 'cancelled' })
  expect(await text).toMatch(/^: still here$/m)
})

test('clients that go away leave no listener behind', async () => {
  const api = await openTestApi()
  const { store, jobs } = api
  const access = { allowedHosts: [], token: TEST_TOKEN, tokenForAll: false }
  const app = createApp({ store, jobs, version: '1', access, bodyLimitBytes: null, clientDir: null })
  const server = createAdaptorServer({ fetch: app.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'a' }]))
  api.engine.automatic = false
  const job = await api.json('POST', `/api/collections/${id}/analyses`)
  const { port } = server.address() as AddressInfo
  const clients = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const request = get(`http://127.0.0.1:${port}/api/jobs/${job.id}/events`)
      const [response] = (await once(request, 'response')) as [IncomingMessage]
      await once(response, 'data')
      return response
    }),
  )
  expect(jobs.listeners(job.id)).toBe(50)
  for (const client of clients) client.destroy()
  await expect.poll(() => jobs.listeners(job.id), { timeout: 5000 }).toBe(0)
})
