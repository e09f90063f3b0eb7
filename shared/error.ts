import { z } from 'zod'

/** Every error code, with the HTTP status that carries it. A code is part of the API: add, never rename. */
export const ERROR_STATUS = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-format': 415,
  unprocessable: 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
  'disk-full': 507,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** The one wire shape of an error: what went wrong, what to do, and where in the input. */
export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      hint: z.string().optional(),
      line: z.number().int().optional(),
    }),
  })
  .meta({ id: 'Error' })
export type ErrorBody = z.infer<typeof ErrorBody>

export interface ErrorDetails {
  /** What the person can do about it, one sentence. */
  hint?: string | undefined
  /** 1-based line of the input that caused it. */
  line?: number | undefined
  cause?: unknown
}

/** The one error class. The message is lower case and holds the offending value: `unknown topic: 14`. */
export class TidemapError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly line: number | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'TidemapError'
    this.code = code
    this.hint = details.hint
    this.line = details.line
  }

  get status(): (typeof ERROR_STATUS)[ErrorCode] {
    return ERROR_STATUS[this.code]
  }

  toBody(): ErrorBody {
    return {
      error: {
        code: this.code,
        message: this.message,
        ...(this.hint === undefined ? {} : { hint: this.hint }),
        ...(this.line === undefined ? {} : { line: this.line }),
      },
    }
  }
}
