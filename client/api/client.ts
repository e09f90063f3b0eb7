import { hc, type ClientResponse } from 'hono/client'
import type { App } from '../../server/api/app.ts'
import { request } from './request.ts'

/** The server's routes, typed by the server itself; path parameters must be encoded by the caller (`part`). */
export const client = hc<App>(location.origin, { fetch: request })

type Success<R> = R extends ClientResponse<infer T, infer U> ? (U extends 200 | 201 | 202 ? T : never) : never

/** The JSON of an answer that was not refused (`request` throws on those). */
export async function read<R extends ClientResponse<unknown, number>>(answer: Promise<R>): Promise<Success<R>> {
  const response = await answer
  return (await response.json()) as Success<R>
}

/** One part of a path, safe whatever it holds. */
export const part = (id: string): string => encodeURIComponent(id)

/** Lets a query be given up. */
export const until = (signal: AbortSignal) => ({ init: { signal } })
