import { onTestFinished } from 'vitest'
import { createApp } from '../../server/api/app.ts'
import type { ApiDeps } from '../../server/api/deps.ts'
import { openJobs, type Jobs } from '../../server/jobs/jobs.ts'
import { openStore, type Store } from '../../server/store/store.ts'
import { isFinished, type Job } from '../../shared/job.ts'
import { fakeEngine, type FakeEngine } from './fake-engine.ts'
import { fakeImporter, fakeSearcher } from './fake-readers.ts'
import { tempFolder } from './temp-folder.ts'

export const TEST_TOKEN = 'a-token-for-tests'

/** The API over a real database in a folder of its own, with the slow rooms replaced by quick ones. */
export interface TestApi {
  store: Store
  jobs: Jobs
  engine: FakeEngine
  folder: string
  /** Calls the API as its own page would; a body that is no string goes as JSON. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** The same, for an answer that is 2xx and JSON. */
  json<T = any>(method: string, path: string, body?: unknown): Promise<T> // eslint-disable-line typescript/no-explicit-any
  /** Waits until a job has ended. */
  ended(jobId: string): Promise<Job>
  close(): Promise<void>
}

export async function openTestApi(
  deps: Partial<ApiDeps> & { folder?: string; engine?: FakeEngine } = {},
): Promise<TestApi> {
  const { folder = tempFolder(), engine = fakeEngine(), ...rest } = deps
  const store = await openStore(folder, { memoryMb: 256 })
  const jobs = await openJobs({ store, engine, threads: 1, importer: fakeImporter(), searcher: fakeSearcher() })
  const access = { allowedHosts: [], token: TEST_TOKEN, tokenForAll: false }
  const app = createApp({ store, jobs, version: '1.2.3', access, bodyLimitBytes: 10_000_000, clientDir: null, ...rest })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    await jobs.close()
    await store.close()
  }
  onTestFinished(close)
  const request: TestApi['request'] = async (method, path, body, headers = {}) =>
    app.request(`http://localhost${path}`, {
      method,
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        ...(body !== undefined && typeof body !== 'string' ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return {
    store,
    jobs,
    engine,
    folder,
    request,
    async json(method, path, body) {
      const response = await request(method, path, body)
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return response.json()
    },
    async ended(jobId) {
      for (;;) {
        const job = await jobs.job(jobId)
        if (isFinished(job.state)) return job
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    close,
  }
}
