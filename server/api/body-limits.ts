import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { TidemapError } from '../../shared/error.ts'
import { tooLarge } from '../jobs/import/import-papers.ts'

const SMALL_BODY_BYTES = 1024 ** 2
const IMPORT_PATH = /^\/api\/collections\/[^/]+\/imports$/

/** Refuses bodies that are too large: by their declared length at once, and by what really comes. */
export function bodyLimits(importLimitBytes: number | null): MiddlewareHandler {
  const small = bodyLimit({
    maxSize: SMALL_BODY_BYTES,
    onError: () => {
      throw new TidemapError('too-large', `body is larger than ${SMALL_BODY_BYTES} bytes`)
    },
  })
  return async (c, next) => {
    if (!IMPORT_PATH.test(c.req.path)) return small(c, next)
    // What comes is counted while it is written to the disk, never held in memory.
    const declared = Number(c.req.header('content-length') ?? 0)
    if (importLimitBytes !== null && declared > importLimitBytes) throw tooLarge(importLimitBytes)
    return next()
  }
}
