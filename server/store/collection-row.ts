import type { Collection } from '../../shared/collection.ts'
import { TidemapError } from '../../shared/error.ts'
import type { Session } from './session.ts'

/** A collection as `SELECT_COLLECTION` gives it. */
export interface CollectionRow {
  id: string
  name: string
  papers: number
  from: string | null
  to: string | null
  createdAt: string
  updatedAt: string
  analysisId: string | null
  analysedAt: string | null
  analysedVersion: number | null
  topics: number | null
  version: number
  jobId: string | null
}

/** Collections with their newest analysis and their open job; goes on with WHERE or ORDER BY, the collection being `c`. */
export const SELECT_COLLECTION = `
  SELECT c.id, c.name, c.papers, c."from", c."to", c."createdAt", c."updatedAt", c.version,
         a.id AS "analysisId", a."createdAt" AS "analysedAt", a."collectionVersion" AS "analysedVersion",
         (SELECT count(*) FROM topics t WHERE t."analysisId" = a.id AND t.id > 0)::INTEGER AS topics,
         (SELECT min(j.id) FROM jobs j WHERE j."collectionId" = c.id AND j.state IN ('queued', 'running')) AS "jobId"
  FROM collections c LEFT JOIN analyses a ON a.id = c."analysisId"`

/** Inside a transaction: the collection, or `not-found`. */
export async function findCollection(session: Session, id: string): Promise<Collection> {
  const row = await session.first<CollectionRow>(`${SELECT_COLLECTION} WHERE c.id = $id`, { id })
  if (!row) throw unknownCollection(id)
  return collectionOf(row)
}

/** The error for an id that no collection has. */
export function unknownCollection(id: string): TidemapError {
  return new TidemapError('not-found', `unknown collection: ${id}`)
}

/** The collection of a row. */
export function collectionOf(row: CollectionRow): Collection {
  const { analysisId, analysedAt, analysedVersion, topics, version, ...rest } = row
  return {
    ...rest,
    analysis:
      analysisId === null || analysedAt === null
        ? null
        : { id: analysisId, createdAt: analysedAt, topics: topics ?? 0, stale: analysedVersion !== version },
  }
}
