import { findCollection } from './collection-row.ts'
import type { Store } from './store.ts'

/** The venues or organisations of a collection's papers as their records write them, most papers first. Throws `not-found`. */
export function listNames(
  { database }: Store,
  collectionId: string,
  field: 'venue' | 'organization',
): Promise<string[]> {
  return database.read(async (session) => {
    await findCollection(session, collectionId)
    const rows = await session.all<{ name: string }>(
      `SELECT "${field}" AS name FROM papers WHERE "collectionId" = $collectionId AND "${field}" IS NOT NULL
       GROUP BY 1 ORDER BY count(*) DESC, 1`,
      { collectionId },
    )
    return rows.map(({ name }) => name)
  })
}
