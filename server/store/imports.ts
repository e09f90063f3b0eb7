import type { ImportRecord } from '../../shared/collection.ts'
import { Receipt } from '../../shared/receipt.ts'
import { findCollection } from './collection-row.ts'
import { countOf } from './session.ts'
import { newId } from './ids.ts'
import { ROW_LIST, ROW_STRUCT } from './schema.ts'
import type { Session } from './session.ts'
import type { Store } from './store.ts'

/** `read_json` over a staging file of papers; `$file` is bound. A record is at most 1 MB of text, so no line is longer. */
const rowsOf = (file: string): string =>
  `read_json($${file}, format = 'newline_delimited', columns = ${ROW_STRUCT}, maximum_object_size = 16777216)`

/** What an import brings, once it is known what the collection has already. */
export interface MergedImport {
  collectionId: string
  filename: string
  /** Staging file of papers to add. */
  added: string
  /** Staging file of papers, by id, that became richer; null when there are none. */
  updated: string | null
  receipt: Receipt
  now: string
}

/**
 * Writes those papers of a collection that may be the same as one of a staging file (they share a key or an id with it) to
 * another, by id. Gives their number. Throws `not-found`.
 */
export function writeCandidates(
  { database }: Store,
  collectionId: string,
  papers: string,
  candidates: string,
): Promise<number> {
  return database.read(async (session) => {
    await findCollection(session, collectionId)
    const [{ Count: count }] = await session.all<{ Count: bigint }>(
      `COPY (
         WITH incoming AS (SELECT id, "key", "sameId" FROM ${rowsOf('papers')})
         SELECT ${ROW_LIST} FROM papers p
         WHERE "collectionId" = $collectionId
           AND (p."key" IN (SELECT "key" FROM incoming) OR p."keyNow" IN (SELECT "key" FROM incoming)
                OR p.id IN (SELECT id FROM incoming) OR p."sameId" IN (SELECT "sameId" FROM incoming))
         ORDER BY p.id
       ) TO $candidates (FORMAT json)`,
      { collectionId, papers, candidates },
    )
    return Number(count)
  })
}

/**
 * Adds one import in one transaction: nothing of it is seen before it is whole and on disk. Resolves after COMMIT. No other
 * import of the collection may come between this and the search for candidates. Throws `not-found`.
 */
export function addImport({ database }: Store, merged: MergedImport): Promise<ImportRecord> {
  const { collectionId, now, filename, added, updated, receipt } = merged
  return database.write(async (session) => {
    await findCollection(session, collectionId)
    const before = await countPapers(session, collectionId)
    await session.run(
      `INSERT INTO papers BY NAME SELECT $collectionId AS "collectionId", ${ROW_LIST} FROM ${rowsOf('added')}`,
      { collectionId, added },
    )
    if (updated !== null) await updatePapers(session, collectionId, updated)
    await refuseTwins(session, collectionId)
    const changed = updated !== null || (await countPapers(session, collectionId)) > before
    if (changed) await touchCollection(session, collectionId, now)
    const record: ImportRecord = { id: newId('i'), filename, createdAt: now, receipt }
    await session.run(`INSERT INTO imports VALUES ($id, $collectionId, $filename, $now, $receipt)`, {
      id: record.id,
      collectionId,
      filename,
      now,
      receipt: JSON.stringify(receipt),
    })
    return record
  })
}

/** Inside a transaction: the imports of a collection, newest first. */
export async function collectionImports(session: Session, collectionId: string): Promise<ImportRecord[]> {
  const rows = await session.all<{ id: string; filename: string; createdAt: string; receipt: string }>(
    `SELECT id, filename, "createdAt", receipt FROM imports WHERE "collectionId" = $collectionId
     ORDER BY "createdAt" DESC, rowid DESC`,
    { collectionId },
  )
  return rows.map((row) => ({ ...row, receipt: Receipt.parse(JSON.parse(row.receipt)) }))
}

async function updatePapers(session: Session, collectionId: string, updated: string): Promise<void> {
  const columns = ROW_LIST.split(', ').filter((column) => column !== '"id"')
  const sets = columns.map((column) => `${column} = u.${column}`).join(', ')
  await session.run(
    `UPDATE papers SET ${sets} FROM ${rowsOf('updated')} u WHERE papers."collectionId" = $collectionId AND papers.id = u.id`,
    { collectionId, updated },
  )
}

function countPapers(session: Session, collectionId: string): Promise<number> {
  return countOf(session, `SELECT count(*)::INTEGER AS n FROM papers WHERE "collectionId" = $collectionId`, {
    collectionId,
  })
}

/** Two papers with one id would break every list and join: better no import than that. */
async function refuseTwins(session: Session, collectionId: string): Promise<void> {
  const twin = await session.first<{ id: string }>(
    `SELECT id FROM papers WHERE "collectionId" = $collectionId GROUP BY id HAVING count(*) > 1 LIMIT 1`,
    { collectionId },
  )
  if (twin) throw new Error(`import gave two papers one id: ${twin.id}`)
}

/** The counts and dates that a collection carries; its version tells analyses and indexes that they are stale. */
async function touchCollection(session: Session, collectionId: string, now: string): Promise<void> {
  await session.run(
    `UPDATE collections SET version = version + 1, "updatedAt" = $now, papers = s.papers, "from" = s."from", "to" = s."to"
     FROM (SELECT count(*)::INTEGER AS papers,
                  min(date) AS "from", max(date) AS "to"
           FROM papers WHERE "collectionId" = $collectionId) AS s
     WHERE collections.id = $collectionId`,
    { collectionId, now },
  )
}
