import { createHash } from 'node:crypto'
import { type AskedCollection, type RequestKind, requestKinds } from './request-kinds.ts'
import { startServer } from './started-server.ts'

/** Milliseconds of the answers of one kind. */
export interface KindRow {
  name: string
  requests: number
  p50: number
  p95: number
  max: number
  /** The same quantiles of processor time, server and search process together: what the machine's other work does not change. */
  cpuP50: number | null
  cpuP95: number | null
  /** Most bytes of an answer. */
  bytes: number
  /** SHA-256 over all answers: the same before and after a change that is to change none. */
  hash: string
}

/** How a collection is served. */
export interface Serving {
  collection: string
  papers: number
  /** From the start of the process to its first answer. */
  startMs: number
  /** What the first requests waited for, milliseconds after the start: asked at once, when nothing is read yet. */
  first: { name: string; ms: number }[]
  map: { bytes: number; ms: number }
  rows: KindRow[]
  peakBytes: number | null
  residentBytes: number | null
}

const ANSWER_DEADLINE_MS = 120_000
const SAMPLE_PAGES = 12

/** Serves a data folder and asks `count` requests of each kind, one after the other, each once. Throws where one fails. */
export async function measureServing(
  tidemap: string,
  dataDir: string,
  name: string | null,
  count: number,
  onStep: (words: string) => void,
): Promise<Serving> {
  const server = await startServer(tidemap, dataDir)
  try {
    const get = async (path: string): Promise<{ ms: number; body: Buffer }> => {
      const since = performance.now()
      const response = await fetch(server.address + path, { signal: AbortSignal.timeout(ANSWER_DEADLINE_MS) }).catch(
        (cause: unknown) => {
          throw new Error(`no answer to ${path}`, { cause })
        },
      )
      const body = Buffer.from(await response.arrayBuffer())
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body.toString('utf8').slice(0, 500)}`)
      return { ms: performance.now() - since, body }
    }
    const json = async <T>(path: string): Promise<T> => JSON.parse((await get(path)).body.toString('utf8')) as T
    const { items } = await json<{ items: CollectionItem[] }>('/api/collections?limit=500')
    const collection =
      items.find((one) => one.name === name) ?? (name === null ? items.find(({ analysis }) => analysis) : undefined)
    if (!collection?.analysis) throw new Error(`no analysed collection: ${name ?? dataDir}`)
    const analysisId = collection.analysis.id

    onStep('first requests')
    const first: Serving['first'] = []
    for (const [what, path] of [
      ['papers', `/api/collections/${collection.id}/papers`],
      ['a topic with its terms', `/api/analyses/${analysisId}/topics/1`],
      ['trend of a word', `/api/collections/${collection.id}/trends?query=model`],
    ]) {
      first.push({ name: what, ms: (await get(path)).ms })
    }
    onStep('map')
    const map = await get(`/api/analyses/${analysisId}/map`)
    const asked = await lookAround(json, collection.id, analysisId)
    const rows: KindRow[] = []
    for (const kind of requestKinds(asked, count)) {
      const row = await askAll(kind, count, get, () => server.cpuMs())
      onStep(`${row.name}: p50 ${row.p50.toFixed(1)}, p95 ${row.p95.toFixed(1)} ms`)
      rows.push(row)
    }
    return {
      collection: collection.name,
      papers: collection.papers,
      startMs: server.startMs,
      first,
      map: { bytes: map.body.length, ms: map.ms },
      rows,
      peakBytes: server.peakBytes(),
      residentBytes: server.residentBytes(),
    }
  } finally {
    await server.stop()
  }
}

interface CollectionItem {
  id: string
  name: string
  papers: number
  analysis: { id: string } | null
}

async function lookAround(
  json: <T>(path: string) => Promise<T>,
  collectionId: string,
  analysisId: string,
): Promise<AskedCollection> {
  const topics = await json<{ items: { id: number }[] }>(`/api/analyses/${analysisId}/topics`)
  const ids = topics.items.map(({ id }) => id)
  const papers: { id: string; title: string }[] = []
  for (const topic of ids.slice(0, SAMPLE_PAGES)) {
    const page = await json<{ items: { id: string; title: string }[] }>(
      `/api/collections/${collectionId}/papers?topic=${topic}&limit=100`,
    )
    papers.push(...page.items)
  }
  return { collectionId, analysisId, topics: ids, papers }
}

async function askAll(
  { name, paths, pages }: RequestKind,
  count: number,
  get: (path: string) => Promise<{ ms: number; body: Buffer }>,
  cpuMs: () => number | null,
): Promise<KindRow> {
  const times: number[] = []
  const works: number[] = []
  const hash = createHash('sha256')
  let bytes = 0
  const ask = async (path: string): Promise<Buffer> => {
    const before = cpuMs()
    const { ms, body } = await get(path)
    const after = cpuMs()
    times.push(ms)
    if (before !== null && after !== null) works.push(after - before)
    // Where a list goes on is written otherwise from version to version; what it lists is not.
    hash.update(body.toString('utf8').replace(/,"nextCursor":(?:"[^"]*"|null)/, ''))
    bytes = Math.max(bytes, body.length)
    return body
  }
  if (pages === true) {
    let cursor: string | null = ''
    while (cursor !== null && times.length < count) {
      const body: Buffer = await ask(cursor === '' ? paths[0] : `${paths[0]}&cursor=${encodeURIComponent(cursor)}`)
      cursor = (JSON.parse(body.toString('utf8')) as { nextCursor: string | null }).nextCursor
    }
  } else for (const path of paths) await ask(path)
  const sorted = Float64Array.from(times).sort()
  const worked = Float64Array.from(works).sort()
  return {
    name,
    requests: times.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    max: quantile(sorted, 1),
    cpuP50: works.length === 0 ? null : quantile(worked, 0.5),
    cpuP95: works.length === 0 ? null : quantile(worked, 0.95),
    bytes,
    hash: hash.digest('hex'),
  }
}

/** The value that a share of the sorted values does not exceed (nearest rank); NaN of none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted.length === 0 ? Number.NaN : sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}
