import { UsageError } from '../print/error-lines.ts'

/** What `trend` and `trends` take. */
export const SOURCES_ARGUMENT = 'a collection, or files (also patterns, and - for the standard input)'

/** The one collection that was named. Throws where there are several words, none of which is a file. */
export function oneCollection([name, ...others]: readonly string[]): string {
  if (others.length === 0) return name
  throw new UsageError(
    `neither a file nor one collection: ${[name, ...others].join(' ')}`,
    'name one collection, or files that exist',
  )
}
