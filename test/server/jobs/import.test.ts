import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { prepare } from '../../../server/bin/prepare.mjs'
import { openJobs, type Jobs } from '../../../server/jobs/jobs.ts'
import { createCollection, readCollection } from '../../../server/store/collections.ts'
import { listPapers } from '../../../server/store/papers.ts'
import { openStore, type Store } from '../../../server/store/store.ts'
import { fakeEngine } from '../../support/fake-engine.ts'
import { fakeSearcher, jsonLines } from '../../support/fake-readers.ts'
import { madeUpPapers } from '../../support/made-up-papers.ts'
import { tempFolder } from '../../support/temp-folder.ts'

// The real importer, in its process.
beforeAll(() => prepare({ parts: ['server'] }), 240_000)

// Each import starts a process, which a busy machine takes its time over.
const PROCESSES = { timeout: 120_000 }
const SAMPLE = new URL('../../../server/demo/daily-papers-page.txt', import.meta.url)

async function open(): Promise<{
  store: Store
  jobs: Jobs
  id: string
  take: (filename: string, bytes: Uint8Array) => ReturnType<Jobs['importPapers']>
}> {
  const store = await openStore(tempFolder(), { memoryMb: 256 })
  const jobs = await openJobs({ store, engine: fakeEngine(), threads: 1, searcher: fakeSearcher() })
  onTestFinished(async () => {
    await jobs.close()
    await store.close()
  })
  const { id } = await createCollection(store, 'x', '2025-01-01T00:00:00.000Z')
  const rest = { encoding: 'auto', skipBad: false, asOf: '2025-01-01', limitBytes: null }
  async function* stream(bytes: Uint8Array) {
    yield bytes
  }
  return {
    store,
    jobs,
    id,
    take: (filename, bytes) => jobs.importPapers(id, { filename, body: stream(bytes), ...rest }),
  }
}

test('the sample page gives its 39 papers once, however often it comes', PROCESSES, async () => {
  const { store, id, take } = await open()
  const bytes = readFileSync(SAMPLE)
  const first = await take('page.txt', bytes)
  expect(first.receipt).toMatchObject({ format: 'daily-papers-page', papers: 39, rejected: [] })
  const again = await take('page.txt.gz', gzipSync(bytes))
  expect(again.receipt).toMatchObject({ papers: 0, duplicates: first.receipt.records, rejected: [] })
  expect(await readCollection(store, id)).toMatchObject({ papers: 39, imports: [{ id: again.id }, { id: first.id }] })
})

test(
  'what a later file knows makes a paper richer, and the paper is still known by its first key',
  PROCESSES,
  async () => {
    const { store, id, take } = await open()
    const plain = { title: 'Scaling laws for boats', authors: ['A. Lee'], date: '2021' }
    const rich = { ...plain, doi: '10.1000/boats', abstract: 'We scale boats.', id: 'boats' }
    await take('a.jsonl', Buffer.from(JSON.stringify({ ...plain, id: 'boats' })))
    const { receipt } = await take('b.jsonl', Buffer.from(JSON.stringify(rich)))
    expect(receipt).toMatchObject({ records: 1, papers: 0, duplicates: 1 })
    expect((await take('c.jsonl', Buffer.from(JSON.stringify({ ...rich, id: 'other id' })))).receipt.papers).toBe(0)
    const request = { collectionId: id, sort: 'newest', analysisId: null, limit: 10 } as const
    const { items } = await listPapers(store, request)
    expect(items).toMatchObject([{ id: 'boats', doi: '10.1000/boats', abstract: 'We scale boats.' }])
  },
)

test('a file that breaks off is refused with its line, and nothing of it is stored', PROCESSES, async () => {
  const { store, id, take } = await open()
  const broken = `${jsonLines(madeUpPapers(50))}{"title": "cut`
  await expect(take('papers.jsonl', Buffer.from(broken))).rejects.toMatchObject({ line: 51 })
  expect(await readCollection(store, id)).toMatchObject({ papers: 0, imports: [] })
})
