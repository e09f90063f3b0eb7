import type { z } from 'zod'
import { ERROR_STATUS, ErrorBody, TidemapError, type ErrorCode } from '../../../shared/error.ts'

/** The API of a data folder, wherever it runs. */
export interface Backend {
  /** Like the global `fetch`, with a path (`/api/collections`) for the address. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

/** What `call` sends. */
export interface CallInit {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  bytes?: ReadableStream<Uint8Array>
  signal?: AbortSignal
}

/** Calls the API; an error of its is thrown as the TidemapError that it was. */
export async function call(backend: Backend, path: string, init: CallInit = {}): Promise<Response> {
  const { method = 'GET', json, bytes, signal } = init
  const body = json === undefined ? bytes : JSON.stringify(json)
  const type = json === undefined ? 'application/octet-stream' : 'application/json'
  const response = await backend.fetch(path, {
    method,
    ...(body === undefined ? {} : { body, headers: { 'content-type': type } }),
    ...(bytes === undefined ? {} : { duplex: 'half' }),
    ...(signal === undefined ? {} : { signal }),
  })
  if (!response.ok) throw await errorOf(response)
  return response
}

/** Calls the API for JSON of a shape that both sides know. */
export async function callJson<T extends z.ZodType>(
  backend: Backend,
  path: string,
  schema: T,
  init: CallInit = {},
): Promise<z.infer<T>> {
  const response = await call(backend, path, init)
  return schema.parse(await response.json())
}

async function errorOf(response: Response): Promise<TidemapError> {
  const parsed = ErrorBody.safeParse(await response.json().catch(() => null))
  if (!parsed.success) return new TidemapError('internal', `the server answered with status ${response.status}`)
  const { code, message, hint, line } = parsed.data.error
  return new TidemapError(code in ERROR_STATUS ? (code as ErrorCode) : 'internal', message, { hint, line })
}
