import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Collection } from '../../shared/collection.ts'
import { isFinished, type Job } from '../../shared/job.ts'
import type { Topic } from '../../shared/topic.ts'
import { addSample, call, followJob, refusal, type Caller } from '../support/api.ts'
import { tidemap } from '../support/command.ts'
import { madeUpPapers, toJsonLines } from '../support/made-up-papers.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { readLock, startServer, type TestServer } from '../support/server.ts'
import { tempFolder } from '../support/temp-folder.ts'

const callerOf = (server: TestServer, data: string): Caller => ({
  address: server.address,
  token: readLock(data).token,
})

it('kill −9 during an analysis leaves the earlier one, and the next start works', { timeout: 300_000 }, async () => {
  const data = tempFolder()
  const { server: first, caller: before, collectionId, analysisId } = await startSampleServer(data)
  const topics = await call<{ items: Topic[] }>(before, 'GET', `/api/analyses/${analysisId}/topics`)

  await addPapers(before, collectionId, 300)
  await startRunning(before, collectionId)
  await first.kill()

  const second = await startServer(data)
  const caller = callerOf(second, data)
  try {
    const collection = await call<Collection>(caller, 'GET', `/api/collections/${collectionId}`)
    expect(collection).toMatchObject({ papers: 339, analysis: { id: analysisId, stale: true } })
    // What was interrupted is taken up again by itself.
    expect(collection.jobId).not.toBeNull()
    expect((await followJob(caller, collection.jobId!)).at(-1)).toMatchObject({ state: 'done' })
    expect(await call(caller, 'GET', `/api/analyses/${analysisId}/topics`)).toEqual(topics)
    const after = await call<Collection>(caller, 'GET', `/api/collections/${collectionId}`)
    expect(after).toMatchObject({ jobId: null, analysis: { stale: false } })
    expect(after.analysis!.id).not.toBe(analysisId)
  } finally {
    await second.stop()
  }
})

it('cancelling an analysis leaves the earlier one', { timeout: 300_000 }, async () => {
  const { server, caller, collectionId, analysisId } = await startSampleServer(tempFolder())
  try {
    await addPapers(caller, collectionId, 300)
    const job = await startRunning(caller, collectionId)
    expect(await refusal(caller, 'POST', `/api/collections/${collectionId}/analyses`, {})).toMatchObject({
      status: 409,
      message: expect.stringContaining(job.id),
    })
    expect((await fetch(`${caller.address}/healthz`)).ok).toBe(true)
    await call(caller, 'DELETE', `/api/jobs/${job.id}`)
    expect((await followJob(caller, job.id)).at(-1)).toMatchObject({ state: 'cancelled' })
    expect(await call<Collection>(caller, 'GET', `/api/collections/${collectionId}`)).toMatchObject({
      jobId: null,
      analysis: { id: analysisId },
    })
  } finally {
    await server.stop()
  }
})

it(
  'a command speaks to the server that holds the data, and a second server is refused',
  { timeout: 120_000 },
  async () => {
    const data = tempFolder()
    const server = await startServer(data)
    try {
      await addSample(callerOf(server, data), 'Daily Papers')
      const listed = await tidemap(['collections', '--json', '--data', data])
      expect(listed).toMatchObject({ code: 0 })
      expect(listed.stdout).toContain('Daily Papers')
      const second = await tidemap(['serve', '--port', '0', '--data', data])
      expect(second.code).toBe(1)
      expect(second.stderr).toContain(String(server.process.pid))
      expect(second.stderr).toContain(server.address)
    } finally {
      await server.stop()
    }
  },
)

async function addPapers(caller: Caller, collectionId: string, count: number): Promise<void> {
  const path = `/api/collections/${collectionId}/imports?filename=more.jsonl`
  await call(caller, 'POST', path, toJsonLines(madeUpPapers(count)))
}

async function startRunning(caller: Caller, collectionId: string): Promise<Job> {
  let job = await call<Job>(caller, 'POST', `/api/collections/${collectionId}/analyses`, { topics: 5 })
  while (job.state === 'queued') {
    await sleep(20)
    job = await call<Job>(caller, 'GET', `/api/jobs/${job.id}`)
  }
  if (isFinished(job.state)) throw new Error(`too quick to be stopped: ${job.state}`)
  return job
}
