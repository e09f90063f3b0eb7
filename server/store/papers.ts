import { TidemapError } from '../../shared/error.ts'
import { PAPER_FIELDS, type Paper } from '../../shared/paper.ts'
import { readPeriod } from '../../shared/period-span.ts'
import type { Assignment } from '../../shared/topic.ts'
import { ASSIGNMENT_LIST, assignmentOf, type AssignmentRow } from './assignments.ts'
import { findCollection } from './collection-row.ts'
import { countOf } from './session.ts'
import { decodeCursor, encodeCursor, unknownCursor, type Page, type PageRequest } from './page.ts'
import { PAPER_COLUMNS, PAPER_LIST } from './schema.ts'
import type { Params } from './session.ts'
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

export type PlacedPaper = Paper & { assignment: Assignment | null }

// BIGINT would arrive as a BigInt.
const SELECT_PAPER = PAPER_FIELDS.map((field) =>
  PAPER_COLUMNS[field] === 'BIGINT' ? `p."${field}"::DOUBLE AS "${field}"` : `p."${field}"`,
).join(', ')

// One text, taken apart inside DuckDB: binding tens of thousands of values would hold up the event loop.
const AMONG_IDS = `p.id IN (SELECT unnest(from_json($ids, '["VARCHAR"]')))`

/** One page of a collection's papers. Throws `not-found`, or `bad-request` for a period or cursor that is none. */
export function listPapers({ database }: Store, request: PapersRequest): Promise<Page<PlacedPaper>> {
  const { collectionId, sort, limit, analysisId } = request
  const { key, descending } = SORTS[sort]
  const { where, params } = filters(request)
  const after = request.cursor === undefined ? null : placeOf(request.cursor, sort)
  const tables = `FROM papers p LEFT JOIN assignments a ON a."analysisId" = $analysisId AND a."paperId" = p.id`
  const sql = `
    SELECT ${SELECT_PAPER}, ${key} AS "sortKey", ${ASSIGNMENT_LIST} ${tables}
    WHERE ${where} ${after ? `AND (${key} ${descending ? '<' : '>'} $key OR (${key} = $key AND p.id > $id))` : ''}
    ORDER BY "sortKey" ${descending ? 'DESC' : 'ASC'}, p.id LIMIT ${limit + 1}`
  return database.read(async (session) => {
    await findCollection(session, collectionId)
    const rows = await session.all<Paper & AssignmentRow & { sortKey: string | number }>(sql, {
      ...params,
      analysisId,
      ...after,
    })
    const total = await countOf(session, `SELECT count(*)::INTEGER AS n ${tables} WHERE ${where}`, {
      ...params,
      analysisId,
    })
    const last = rows[limit - 1]
    return {
      items: rows.slice(0, limit).map((row) => ({ ...paperOf(row), assignment: assignmentOf(row) })),
      total,
      nextCursor: rows.length > limit ? encodeCursor([sort, last.sortKey, last.id]) : null,
    }
  })
}

/** Papers of a collection by id, in the order given, without those that are not there. */
export function readPapers(
  { database }: Store,
  collectionId: string,
  analysisId: string | null,
  ids: readonly string[],
): Promise<PlacedPaper[]> {
  return database.read(async (session) => {
    const rows = await session.all<Paper & AssignmentRow>(
      `SELECT ${SELECT_PAPER}, ${ASSIGNMENT_LIST}
       FROM papers p LEFT JOIN assignments a ON a."analysisId" = $analysisId AND a."paperId" = p.id
       WHERE p."collectionId" = $collectionId AND ${AMONG_IDS}`,
      { collectionId, analysisId, ids: JSON.stringify(ids) },
    )
    const found = new Map(rows.map((row) => [row.id, { ...paperOf(row), assignment: assignmentOf(row) }]))
    return ids.flatMap((id) => found.get(id) ?? [])
  })
}

/** One paper and its place in an analysis. Throws `not-found`. */
export async function readPaper(
  { database }: Store,
  analysisId: string,
  paperId: string,
): Promise<{ paper: Paper; assignment: Assignment }> {
  const row = await database.read((session) =>
    session.first<Paper & AssignmentRow>(
      `SELECT ${SELECT_PAPER}, ${ASSIGNMENT_LIST}
       FROM analyses n JOIN papers p ON p."collectionId" = n."collectionId"
       JOIN assignments a ON a."analysisId" = n.id AND a."paperId" = p.id
       WHERE n.id = $analysisId AND p.id = $paperId`,
      { analysisId, paperId },
    ),
  )
  const assignment = row && assignmentOf(row)
  if (!assignment) throw new TidemapError('not-found', `unknown paper: ${paperId}`)
  return { paper: paperOf(row), assignment }
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

function paperOf(row: Paper): Paper {
  return Object.fromEntries(PAPER_FIELDS.map((field) => [field, row[field]])) as Paper
}
