import { readPeriod } from '../../shared/period-span.ts'
import { findCollection } from './collection-row.ts'
import { decodeCursor, encodeCursor, unknownCursor, type Page, type PageRequest } from './page.ts'
import { AMONG_IDS, readPapers, type PlacedPaper } from './placed-papers.ts'
import { PAPER_LIST } from './schema.ts'
import { countOf, type Params } from './session.ts'
import type { Store } from './store.ts'

/** Sort keys: an expression without nulls and its direction; ties go by id. Only these names ever reach a statement. */
const SORTS = {
  newest: { key: `coalesce(p."firstDay", -2147483648)`, descending: true },
  oldest: { key: `coalesce(p."firstDay", 2147483647)`, descending: false },
  title: { key: 'lower(p.title)', descending: false },
  score: { key: 'coalesce(a.score, -1.0)', descending: true },
  votes: { key: 'coalesce(p.votes, -1)::DOUBLE', descending: true },
} as const

export type PaperOrder = keyof typeof SORTS

export interface PapersRequest extends PageRequest {
  collectionId: string
  sort: PaperOrder
  /** The analysis that `topic`, the score and the assignments refer to; null for none. */
  analysisId: string | null
  topic?: number | undefined
  /** Names of periods (`2024`, `2024-Q4`, `2024-11-21`), both included; a paper passes when all days its date may mean do. */
  from?: string | undefined
  to?: string | undefined
  /** Only these papers; undefined for all. */
  ids?: readonly string[] | undefined
}

/** One page of a collection's papers. Throws `not-found`, or `bad-request` for a period or cursor that is none. */
export async function listPapers(store: Store, request: PapersRequest): Promise<Page<PlacedPaper>> {
  const { collectionId, sort, limit, analysisId, topic } = request
  const { key, descending } = SORTS[sort]
  const { where, params } = filters(request)
  const after = request.cursor === undefined ? null : placeOf(request.cursor, sort)
  const byAnalysis = topic !== undefined || sort === 'score'
  const join = byAnalysis ? `LEFT JOIN assignments a ON a."analysisId" = $analysisId AND a."paperId" = p.id` : ''
  if (byAnalysis) params.analysisId = analysisId
  // Texts are long: they are read only of the papers of this page.
  const sql = `
    SELECT p.id, ${key} AS "sortKey" FROM papers p ${join}
    WHERE ${where} ${after ? `AND (${key} ${descending ? '<' : '>'} $key OR (${key} = $key AND p.id > $id))` : ''}
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

/**
 * Writes all papers of a collection as JSON Lines into a staging file, sorted by id (UTF-8 bytes, which is code points).
 * Gives the version they are of and their number. Throws `not-found`.
 */
export function writeSnapshot(
  { database }: Store,
  collectionId: string,
  file: string,
): Promise<{ version: number; papers: number }> {
  return database.read(async (session) => {
    await findCollection(session, collectionId)
    const row = await session.first<{ version: number }>('SELECT version FROM collections WHERE id = $collectionId', {
      collectionId,
    })
    const [{ Count: count }] = await session.all<{ Count: bigint }>(
      `COPY (SELECT ${PAPER_LIST} FROM papers WHERE "collectionId" = $collectionId ORDER BY id) TO $file (FORMAT json)`,
      { collectionId, file },
    )
    return { version: row?.version ?? 0, papers: Number(count) }
  })
}

function filters({ collectionId, topic, from, to, ids }: PapersRequest): { where: string; params: Params } {
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
  return { where: terms.join(' AND '), params }
}

function placeOf(cursor: string, sort: string): { key: string | number; id: string } {
  const [of, key, id] = decodeCursor(cursor)
  const wanted = sort === 'title' ? 'string' : 'number'
  if (of !== sort || typeof key !== wanted || typeof id !== 'string') throw unknownCursor(cursor)
  return { key: key as string | number, id }
}
