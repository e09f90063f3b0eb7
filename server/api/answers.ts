import type { Context, TypedResponse } from 'hono'
import type { z } from 'zod'
import { ErrorBody, type ERROR_STATUS } from '../../shared/error.ts'

/** A JSON answer for the API document. */
export function json<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { 'application/json': { schema } } }
}

const MEANING: Record<number, string> = {
  400: 'A parameter or the input is wrong; the message names it',
  404: 'There is no such thing',
  409: 'It stands in the way of what is already there',
  413: 'The body is too large',
  415: 'The format is not one that can be read',
  422: 'The input is well formed, but nothing can be made of it',
  429: 'Too much at once; `Retry-After` says when to come back',
  503: 'The database does not answer',
  507: 'The disk is full',
}

type DocumentedStatus = (typeof ERROR_STATUS)[keyof typeof ERROR_STATUS]

/**
 * Error answers for the API document; every route can also answer 401, 403 and 500.
 * The type is empty on purpose: the typed client then sees what a call gives when it succeeds, and errors are thrown.
 */
export function errors(...statuses: DocumentedStatus[]): object {
  return Object.fromEntries(statuses.map((status) => [status, json(MEANING[status] ?? 'An error', ErrorBody)]))
}

/** An answer that is JSON in UTF-8 already, typed as what it says. */
export function jsonBytes<T>(c: Context, bytes: Uint8Array<ArrayBuffer>): Response & TypedResponse<T, 200, 'json'> {
  // `c.json` would write it anew.
  const response: Response = c.body(bytes, 200, { 'content-type': 'application/json' })
  return response as Response & TypedResponse<T, 200, 'json'>
}
