import { findCollection } from './collection-row.ts'
import { listFromColumns } from './list-from-columns.ts'
import { listFromTables } from './list-from-tables.ts'
import type { Page } from './page.ts'
import { readPaperColumns } from './paper-lists.ts'
import type { PapersRequest } from './papers-request.ts'
import type { PlacedPaper } from './placed-papers.ts'
import { PAPER_LIST } from './schema.ts'
import type { Session } from './session.ts'
import type { Store } from './store.ts'

/** One page of a collection's papers. Throws `not-found`, or `bad-request` for a period or cursor that is none. */
export async function listPapers(store: Store, request: PapersRequest): Promise<Page<PlacedPaper>> {
  const quick = request.ids === undefined ? await listFromColumns(store, request) : null
  if (quick === null) return listFromTables(store, request)
  const { items, total, nextCursor } = quick
  return { items, total, nextCursor }
}

/**
 * Writes all papers of a collection as JSON Lines into a staging file, sorted by id (UTF-8 bytes, which is code points).
 * Gives the version they are of and their number. Throws `not-found`.
 */
export function writeSnapshot(
  { database }: Store,
  collectionId: string,
  file: string,
): Promise<{ version: number; papers: number }> {
  return database.read((session) => copyPapers(session, collectionId, file))
}

/** The same with the columns and orders of these papers (`paper-lists.ts`). */
export function writeListedSnapshot(
  { database }: Store,
  collectionId: string,
  file: string,
): Promise<{ version: number; papers: number; columns: Record<string, Int32Array> }> {
  return database.read(async (session) => ({
    ...(await copyPapers(session, collectionId, file)),
    columns: await readPaperColumns(session, collectionId),
  }))
}

async function copyPapers(
  session: Session,
  collectionId: string,
  file: string,
): Promise<{ version: number; papers: number }> {
  await findCollection(session, collectionId)
  const row = await session.first<{ version: number }>('SELECT version FROM collections WHERE id = $collectionId', {
    collectionId,
  })
  const [{ Count: count }] = await session.all<{ Count: bigint }>(
    `COPY (SELECT ${PAPER_LIST} FROM papers WHERE "collectionId" = $collectionId ORDER BY id) TO $file (FORMAT json)`,
    { collectionId, file },
  )
  return { version: row?.version ?? 0, papers: Number(count) }
}
