import { readPeriod } from '../../shared/period-span.ts'
import { findCollection } from './collection-row.ts'
import { decodeCursor, encodeCursor, unknownCursor, type Page } from './page.ts'
import type { PaperOrder } from './paper-order.ts'
import type { PapersRequest } from './papers-request.ts'
import { AMONG_IDS, readPapers, type PlacedPaper } from './placed-papers.ts'
import { countOf, type Params } from './session.ts'
import { SORTS } from './sorts.ts'
import type { Store } from './store.ts'

const JOIN_ASSIGNMENTS = `LEFT JOIN assignments a ON a."analysisId" = $analysisId AND a."paperId" = p.id`

/** One page of papers from the database, which looks at all rows. Throws as `listPapers` does. */
export async function listFromTables(store: Store, request: PapersRequest): Promise<Page<PlacedPaper>> {
  const { collectionId, sort, limit, analysisId } = request
  const { key, descending, cursor } = SORTS[sort]
  const { where, params, join } = filters(request)
  const after = request.cursor === undefined ? null : keyOf(request.cursor, sort)
  // Texts are long: they are read only of the papers of this page.
  const sql = `
    SELECT p.id, ${key} AS "sortKey" FROM papers p ${join}
    WHERE ${where} ${after ? `AND (${key} ${descending ? '<' : '>'} ${cursor} OR (${key} = ${cursor} AND p.id > $id))` : ''}
    ORDER BY "sortKey" ${descending ? 'DESC' : 'ASC'}, p.id LIMIT ${limit + 1}`
  const { rows, total } = await store.database.read(async (session) => {
    const collection = await findCollection(session, collectionId)
    const isWhole = Object.keys(params).every((name) => name === 'collectionId' || name === 'analysisId')
    return {
      rows: await session.all<{ id: string; sortKey: string | number }>(sql, { ...params, ...after }),
      total: isWhole
        ? collection.papers
        : await countOf(session, `SELECT count(*)::INTEGER AS n FROM papers p ${join} WHERE ${where}`, params),
    }
  })
  const ids = rows.slice(0, limit).map(({ id }) => id)
  const last = rows[limit - 1]
  return {
    items: await readPapers(store, collectionId, analysisId, ids),
    total,
    nextCursor: rows.length > limit ? encodeCursor([sort, last.sortKey, last.id]) : null,
  }
}

/** How many papers of a collection stand in its order up to where a cursor was given, the last paper before it included. */
export function countUpTo(
  { database }: Store,
  { collectionId, analysisId, sort }: PapersRequest,
  cursor: string,
): Promise<number> {
  const { key, descending, cursor: bound } = SORTS[sort]
  const params: Params = { collectionId, ...keyOf(cursor, sort) }
  if (sort === 'score') params['analysisId'] = analysisId
  return database.read((session) =>
    countOf(
      session,
      `SELECT count(*)::INTEGER AS n FROM papers p ${sort === 'score' ? JOIN_ASSIGNMENTS : ''}
       WHERE p."collectionId" = $collectionId
         AND (${key} ${descending ? '>' : '<'} ${bound} OR (${key} = ${bound} AND p.id <= $id))`,
      params,
    ),
  )
}

/** What narrows a list, as a condition on `papers p` and what they are joined with. */
function filters(request: PapersRequest): { where: string; params: Params; join: string } {
  const { collectionId, analysisId, sort, topic, from, to, ids } = request
  const terms = [`p."collectionId" = $collectionId`]
  const params: Params = { collectionId }
  const add = (term: string, name: string, value: string | number): void => {
    terms.push(term)
    params[name] = value
  }
  if (topic !== undefined) add(`a."topicId" = $topic`, 'topic', topic)
  if (from !== undefined) add(`p."firstDay" >= $from`, 'from', readPeriod(from).first)
  if (to !== undefined) add(`p."lastDay" <= $to`, 'to', readPeriod(to).last)
  if (ids !== undefined) add(AMONG_IDS, 'ids', JSON.stringify(ids))
  const byAnalysis = topic !== undefined || sort === 'score'
  if (byAnalysis) params.analysisId = analysisId
  return { where: terms.join(' AND '), params, join: byAnalysis ? JOIN_ASSIGNMENTS : '' }
}

/** Where a cursor was given. Throws `bad-request` for one that is of another order, or none. */
function keyOf(cursor: string, sort: PaperOrder): { key: string | number; id: string } {
  const [of, key, id] = decodeCursor(cursor)
  const wanted = sort === 'title' ? 'string' : 'number'
  if (of !== sort || typeof key !== wanted || typeof id !== 'string') throw unknownCursor(cursor)
  return { key: key as string | number, id }
}
