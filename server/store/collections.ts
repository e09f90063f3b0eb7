import type { Collection, CollectionDetail } from '../../shared/collection.ts'
import { TidemapError } from '../../shared/error.ts'
import { newId } from './ids.ts'
import { collectionImports } from './imports.ts'
import { pageBounds, type Page, type PageRequest } from './page.ts'
import type { Params, Session } from './session.ts'
import type { Store } from './store.ts'

interface CollectionRow {
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

const SELECT = `
  SELECT c.id, c.name, c.papers, c."from", c."to", c."createdAt", c."updatedAt", c.version,
         a.id AS "analysisId", a."createdAt" AS "analysedAt", a."collectionVersion" AS "analysedVersion",
         (SELECT count(*) FROM topics t WHERE t."analysisId" = a.id AND t.id > 0)::INTEGER AS topics,
         (SELECT min(j.id) FROM jobs j WHERE j."collectionId" = c.id AND j.state IN ('queued', 'running')) AS "jobId"
  FROM collections c LEFT JOIN analyses a ON a.id = c."analysisId"`

/** Collections by name; equal names cannot be. */
export function listCollections({ database }: Store, request: PageRequest): Promise<Page<Collection>> {
  const { offset, limit, next } = pageBounds(request)
  return database.read(async (session) => {
    const rows = await session.all<CollectionRow>(`${SELECT} ORDER BY c.name, c.id LIMIT $limit OFFSET $offset`, {
      limit,
      offset,
    })
    const total = await countOf(session, 'SELECT count(*)::INTEGER AS n FROM collections')
    return { items: rows.map(collectionOf), total, nextCursor: next(total) }
  })
}

/** One collection with its imports, newest first. Throws `not-found`. */
export function readCollection({ database }: Store, id: string): Promise<CollectionDetail> {
  return database.read(async (session) => {
    return { ...(await findCollection(session, id)), imports: await collectionImports(session, id) }
  })
}

/** Makes an empty collection. Throws `conflict` for a name that is taken. */
export function createCollection({ database }: Store, name: string, now: string): Promise<Collection> {
  return database.write(async (session) => {
    await refuseTakenName(session, name, null)
    const id = newId('c')
    await session.run(
      `INSERT INTO collections (id, name, "createdAt", "updatedAt", version, papers) VALUES ($id, $name, $now, $now, 0, 0)`,
      { id, name, now },
    )
    return findCollection(session, id)
  })
}

/** Renames a collection. Throws `not-found`, or `conflict` for a name that is taken. */
export function renameCollection({ database }: Store, id: string, name: string, now: string): Promise<Collection> {
  return database.write(async (session) => {
    await findCollection(session, id)
    await refuseTakenName(session, name, id)
    await session.run(`UPDATE collections SET name = $name, "updatedAt" = $now WHERE id = $id`, { id, name, now })
    return findCollection(session, id)
  })
}

/** Deletes a collection's rows and gives the ids of its analyses, whose files are the caller's to remove. Throws `not-found`. */
export function deleteCollectionRows({ database }: Store, id: string): Promise<string[]> {
  return database.write(async (session) => {
    await findCollection(session, id)
    const analyses = await session.all<{ id: string }>(`SELECT id FROM analyses WHERE "collectionId" = $id`, { id })
    for (const table of ['topics', 'themes', 'trends', 'assignments']) {
      await session.run(
        `DELETE FROM ${table} WHERE "analysisId" IN (SELECT id FROM analyses WHERE "collectionId" = $id)`,
        { id },
      )
    }
    for (const table of ['analyses', 'imports', 'papers', 'jobs']) {
      await session.run(`DELETE FROM ${table} WHERE "collectionId" = $id`, { id })
    }
    await session.run('DELETE FROM collections WHERE id = $id', { id })
    return analyses.map((analysis) => analysis.id)
  })
}

/** A collection and the version of its papers, which rises with every change. Throws `not-found`. */
export async function collectionVersion({ database }: Store, id: string): Promise<{ version: number; papers: number }> {
  const row = await database.read((session) =>
    session.first<{ version: number; papers: number }>('SELECT version, papers FROM collections WHERE id = $id', {
      id,
    }),
  )
  if (!row) throw unknownCollection(id)
  return row
}

/** Inside a transaction: the collection, or `not-found`. */
export async function findCollection(session: Session, id: string): Promise<Collection> {
  const row = await session.first<CollectionRow>(`${SELECT} WHERE c.id = $id`, { id })
  if (!row) throw unknownCollection(id)
  return collectionOf(row)
}

/** Inside a transaction: the one number that a statement selects as `n`. */
export async function countOf(session: Session, sql: string, params: Params = {}): Promise<number> {
  return (await session.first<{ n: number }>(sql, params))?.n ?? 0
}

async function refuseTakenName(session: Session, name: string, except: string | null): Promise<void> {
  const taken = await session.first<{ id: string }>('SELECT id FROM collections WHERE name = $name', { name })
  if (!taken || taken.id === except) return
  throw new TidemapError('conflict', `name is taken: ${name}`, {
    hint: 'give another name, or import into that collection',
  })
}

function unknownCollection(id: string): TidemapError {
  return new TidemapError('not-found', `unknown collection: ${id}`)
}

function collectionOf(row: CollectionRow): Collection {
  const { analysisId, analysedAt, analysedVersion, topics, version, ...rest } = row
  return {
    ...rest,
    analysis:
      analysisId === null || analysedAt === null
        ? null
        : { id: analysisId, createdAt: analysedAt, topics: topics ?? 0, stale: analysedVersion !== version },
  }
}
