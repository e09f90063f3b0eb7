import { TidemapError } from '../../shared/error.ts'

/** Whether an error says that the disk has no room; DuckDB only says it in words. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /ENOSPC|EDQUOT|no space left|disk quota exceeded|disk full/i.test(
    `${(error as NodeJS.ErrnoException).code} ${error.message}`,
  )
}

/** Whether the instance can do nothing any more until it is opened anew. */
export function isFatal(error: unknown): boolean {
  return error instanceof Error && /has been invalidated|FATAL Error|INTERNAL Error/.test(error.message)
}

/** What the caller is told of a database error. */
export function storeError(error: unknown, folder: string): unknown {
  if (error instanceof TidemapError || !(error instanceof Error)) return error
  if (isDiskFull(error)) return diskFull(folder, error)
  if (error.message.startsWith('Out of Memory Error')) {
    return new TidemapError('unavailable', 'the database ran out of memory', {
      hint: 'try again later, or give it more with TIDEMAP_MEMORY',
      cause: error,
    })
  }
  if (isFatal(error)) {
    return new TidemapError('unavailable', 'the database had a fault and is being opened again', {
      hint: 'try again in a moment',
      cause: error,
    })
  }
  return error
}

/** The one error for a full disk, wherever it is met. */
export function diskFull(folder: string, cause: unknown): TidemapError {
  return new TidemapError('disk-full', `no space left on the disk of ${folder}`, {
    hint: 'make room there and try again; an import can be repeated without harm',
    cause,
  })
}
