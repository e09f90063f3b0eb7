import type { ErrorBody } from '../../shared/error.ts'

/** What the server refused, as it said it: message, hint and the line of the input. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly hint: string | undefined
  readonly line: number | undefined

  constructor(status: number, { error }: ErrorBody) {
    super(error.message)
    this.name = 'ApiError'
    this.status = status
    this.code = error.code
    this.hint = error.hint
    this.line = error.line
  }
}

/** The only fetch of the dashboard. Throws ApiError for every answer that is not 2xx and for a server that is not there. */
export async function request(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(input, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, {
      error: {
        code: 'unreachable',
        message: 'the server does not answer',
        hint: 'is `tidemap serve` (or `npm run demo`) still running?',
      },
    })
  }
  if (response.ok) return response
  throw new ApiError(response.status, await errorBody(response))
}

async function errorBody(response: Response): Promise<ErrorBody> {
  const fallback = { error: { code: 'internal', message: `the server answered ${response.status}` } }
  const body: unknown = await response.json().catch(() => fallback)
  return isErrorBody(body) ? body : fallback
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
}
