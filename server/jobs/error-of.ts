import { TidemapError, type ErrorBody } from '../../shared/error.ts'

/** Any error in the one wire shape; what is not ours is `internal`. */
export function errorOf(error: unknown): ErrorBody['error'] {
  if (error instanceof TidemapError) return error.toBody().error
  return new TidemapError('internal', error instanceof Error ? error.message : String(error)).toBody().error
}
