import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { TidemapError, ERROR_STATUS, type ErrorCode } from '../../shared/error.ts'

const RETRY_AFTER_SECONDS = 5

/** The one way an error leaves the API: its status and `{error: {code, message, hint?, line?}}`. */
export function answerError(onError: (what: string, error: unknown) => void): ErrorHandler {
  return (thrown, c) => {
    const error = ours(thrown)
    if (error.status >= 500 && error.code !== 'disk-full')
      onError(`${c.req.method} ${c.req.path}`, error.cause ?? error)
    if (error.code === 'too-many-requests' || error.code === 'unavailable')
      c.header('retry-after', String(RETRY_AFTER_SECONDS))
    return c.json(error.toBody(), error.status)
  }
}

function ours(thrown: unknown): TidemapError {
  if (thrown instanceof TidemapError) return thrown
  if (thrown instanceof HTTPException) {
    const found = Object.entries(ERROR_STATUS).find(([, status]) => status === thrown.status)
    const message = thrown.message === '' ? 'bad request' : thrown.message
    return new TidemapError((found?.[0] ?? 'bad-request') as ErrorCode, lowerFirst(message), { cause: thrown })
  }
  return new TidemapError('internal', 'something went wrong in the server', {
    hint: 'its log says more; try again, and report it if it stays',
    cause: thrown,
  })
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
