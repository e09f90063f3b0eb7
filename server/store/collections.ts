import type { Collection, CollectionDetail } from '../../shared/collection.ts'
import { TidemapError } from '../../shared/error.ts'
import type { Vocabulary } from '../../shared/vocabulary.ts'
import {
  collectionOf,
  findCollection,
  SELECT_COLLECTION,
  unknownCollection,
  type CollectionRow,
} from './collection-row.ts'
import { newId } from './ids.ts'
import { collectionImports } from './imports.ts'
import type { KnownCollection } from './known-collections.ts'
import { pageBounds, type Page, type PageRequest } from './page.ts'
import { countOf, type Session } from './session.ts'
import type { Store } from './store.ts'
import { findVocabulary, keepVocabulary } from './vocabulary.ts'

/** Collections by name; equal names cannot be. */
export function listCollections({ database }: Store, request: PageRequest): Promise<Page<Collection>> {
  const { offset, limit, next } = pageBounds(request)
  return database.read(async (session) => {
    const rows = await session.all<CollectionRow>(
      `${SELECT_COLLECTION} ORDER BY c.name, c.id LIMIT $limit OFFSET $offset`,
      {
        limit,
        offset,
      },
    )
    const total = await countOf(session, 'SELECT count(*)::INTEGER AS n FROM collections')
    return { items: rows.map(collectionOf), total, nextCursor: next(total) }
  })
}

/** Ids of the collections that hold papers, the one that was changed last first. */
export async function recentCollections({ database }: Store): Promise<string[]> {
  const rows = await database.read((session) =>
    session.all<{ id: string }>('SELECT id FROM collections WHERE papers > 0 ORDER BY "updatedAt" DESC, id'),
  )
  return rows.map(({ id }) => id)
}

/** One collection with its imports, newest first. Throws `not-found`. */
export function readCollection({ database }: Store, id: string): Promise<CollectionDetail> {
  return database.read((session) => findDetail(session, id))
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

/** What a person may change of a collection. */
export interface CollectionChange {
  name?: string | undefined
  vocabulary?: Vocabulary | undefined
}

/** Renames a collection, or gives it other words, or both. Throws `not-found`, or `conflict` for a name that is taken. */
export function changeCollection(
  { database }: Store,
  id: string,
  { name, vocabulary }: CollectionChange,
  now: string,
): Promise<CollectionDetail> {
  return database.write(async (session) => {
    await findCollection(session, id)
    if (name !== undefined) {
      await refuseTakenName(session, name, id)
      await session.run('UPDATE collections SET name = $name WHERE id = $id', { id, name })
    }
    if (vocabulary !== undefined) await keepVocabulary(session, id, vocabulary)
    await session.run('UPDATE collections SET "updatedAt" = $now WHERE id = $id', { id, now })
    return findDetail(session, id)
  })
}

/** Deletes a collection's rows and gives the ids of its analyses, whose files are the caller's to remove. Throws `not-found`. */
export async function deleteCollectionRows({ database, known, trends }: Store, id: string): Promise<string[]> {
  const deleted = await database.write(async (session) => {
    await findCollection(session, id)
    const analyses = await session.all<{ id: string }>(`SELECT id FROM analyses WHERE "collectionId" = $id`, { id })
    for (const table of ['topics', 'themes', 'trends', 'assignments', 'similar_papers']) {
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
  known.clear()
  trends.clear()
  return deleted
}

/** The newest analysis of a collection; null where there is none. Throws `not-found` for the collection. */
export async function newestAnalysis(store: Store, id: string): Promise<string | null> {
  return (await knownCollection(store, id)).analysisId
}

/** A collection and the version of its papers, which rises with every change. Throws `not-found`. */
export async function collectionVersion(store: Store, id: string): Promise<{ version: number; papers: number }> {
  const { version, papers } = await knownCollection(store, id)
  return { version, papers }
}

function knownCollection({ collections, database }: Store, id: string): Promise<KnownCollection> {
  return collections.get(id, async () => {
    const row = await database.read((session) =>
      session.first<KnownCollection>('SELECT version, papers, "analysisId" FROM collections WHERE id = $id', { id }),
    )
    if (!row) throw unknownCollection(id)
    return row
  })
}

async function findDetail(session: Session, id: string): Promise<CollectionDetail> {
  return {
    ...(await findCollection(session, id)),
    imports: await collectionImports(session, id),
    vocabulary: await findVocabulary(session, id),
  }
}

async function refuseTakenName(session: Session, name: string, except: string | null): Promise<void> {
  const taken = await session.first<{ id: string }>('SELECT id FROM collections WHERE name = $name', { name })
  if (!taken || taken.id === except) return
  throw new TidemapError('conflict', `name is taken: ${name}`, {
    hint: 'give another name, or import into that collection',
  })
}
