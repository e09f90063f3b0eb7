import { TidemapError } from '../../shared/error.ts'

export interface PageRequest {
  cursor?: string | undefined
  limit: number
}

export interface Page<T> {
  items: T[]
  total: number
  /** Null on the last page. */
  nextCursor: string | null
}

/** Bounds of one page of a short list, whose cursor is a place in it. Throws `bad-request` for a cursor that is none. */
export function pageBounds({ cursor, limit }: PageRequest) {
  const offset = cursor === undefined ? 0 : Number(/^o(\d{1,9})$/.exec(cursor)?.[1] ?? Number.NaN)
  if (Number.isNaN(offset)) throw unknownCursor(cursor)
  return { offset, limit, next: (total: number) => (offset + limit < total ? `o${offset + limit}` : null) }
}

/** A cursor that holds where the last item stands in its order: it stays right when papers come in between. */
export function encodeCursor(place: unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Reads what `encodeCursor` wrote; throws `bad-request` for anything else. */
export function decodeCursor(cursor: string): unknown[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(place)) return place
  } catch {
    // Said below.
  }
  throw unknownCursor(cursor)
}

/** The error for a cursor that this list did not give. */
export function unknownCursor(cursor: string | undefined): TidemapError {
  return new TidemapError('bad-request', `unknown cursor: ${cursor}`, { hint: 'start again without a cursor' })
}
