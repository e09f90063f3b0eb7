import { readFileSync } from 'node:fs'
import type { ErrorBody } from '../../shared/error.ts'
import { isFinished, type Job } from '../../shared/job.ts'
import { sampleFile } from './command.ts'

/** What a program sends that is no browser; a mutating request without it is refused. */
export interface Caller {
  address: string
  token: string
}

/** An answer with a status other than 2xx: rejects with the server's words. */
export async function call<T>(caller: Caller, method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(caller, method, path, body)
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** Status and error of an answer that should be a refusal. */
export async function refusal(
  caller: Caller,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number } & ErrorBody['error']> {
  const response = await send(caller, method, path, body)
  const { error } = (await response.json()) as ErrorBody
  return { status: response.status, ...error }
}

/** Strings and bytes travel as they are, all else as JSON. */
export function send({ address, token }: Caller, method: string, path: string, body?: unknown): Promise<Response> {
  const raw = typeof body === 'string' || body instanceof Uint8Array
  const headers: Record<string, string> = { authorization: `Bearer ${token}` }
  if (body !== undefined) headers['content-type'] = raw ? 'application/octet-stream' : 'application/json'
  const content = body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }
  return fetch(`${address}${path}`, { method, headers, ...content })
}

/** Reads a job's events to the end: every state that was sent, the last one finished. */
export async function followJob(caller: Caller, jobId: string): Promise<Job[]> {
  const response = await send(caller, 'GET', `/api/jobs/${jobId}/events`)
  const text = await response.text()
  return text
    .split('\n\n')
    .flatMap((event) => /^data: ?(.*)$/m.exec(event)?.[1] ?? [])
    .filter((data) => data.startsWith('{'))
    .map((data) => JSON.parse(data) as Job)
}

/** A new collection that holds the sample. */
export async function addSample(caller: Caller, name: string): Promise<string> {
  const { id } = await call<{ id: string }>(caller, 'POST', '/api/collections', { name })
  const page = readFileSync(sampleFile, 'utf8')
  await call(caller, 'POST', `/api/collections/${id}/imports?filename=daily-papers-page.txt`, page)
  return id
}

/** Analyses a collection to the end; rejects where that fails. */
export async function analyzeCollection(caller: Caller, collectionId: string): Promise<string> {
  const started = await call<Job>(caller, 'POST', `/api/collections/${collectionId}/analyses`, {})
  const last = (await followJob(caller, started.id)).at(-1)
  if (!last || !isFinished(last.state) || last.analysisId === null) {
    throw new Error(`analysis ended as ${JSON.stringify(last)}`)
  }
  return last.analysisId
}
