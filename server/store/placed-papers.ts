import { TidemapError } from '../../shared/error.ts'
import { PAPER_FIELDS, type Paper } from '../../shared/paper.ts'
import type { Assignment } from '../../shared/topic.ts'
import { readAnalysis } from './analyses.ts'
import { ASSIGNMENT_LIST, assignmentOf, type AssignmentRow } from './assignments.ts'
import { collectionVersion } from './collections.ts'
import type { ColumnFile } from './column-file.ts'
import { analysisLists, paperLists } from './paper-lists.ts'
import type { RecordFile } from './record-file.ts'
import { assignmentRecords, paperRecords } from './records.ts'
import { PAPER_COLUMNS } from './schema.ts'
import type { Store } from './store.ts'

/** A paper and its place in an analysis; null where there is no analysis, or it does not know the paper. */
export type PlacedPaper = Paper & { assignment: Assignment | null }

// BIGINT would arrive as a BigInt.
const SELECT_PAPER = PAPER_FIELDS.map((field) =>
  PAPER_COLUMNS[field] === 'BIGINT' ? `p."${field}"::DOUBLE AS "${field}"` : `p."${field}"`,
).join(', ')

/** A condition on `papers p`: one of `$ids`. One text, taken apart inside DuckDB: to bind tens of thousands of values holds up the event loop. */
export const AMONG_IDS = `p.id IN (SELECT unnest(from_json($ids, '["VARCHAR"]')))`

/** Papers of a collection by id, in the order given, without those that are not there. */
export async function readPapers(
  store: Store,
  collectionId: string,
  analysisId: string | null,
  ids: readonly string[],
): Promise<PlacedPaper[]> {
  if (ids.length === 0) return []
  const found =
    (await fromRecords(store, collectionId, analysisId, ids)) ??
    (await fromTables(store, collectionId, analysisId, ids))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/**
 * Papers by their numbers among all of the collection by id, as they were at a version, in the order given; null where the files beside the
 * database are not there (any more).
 */
export async function readNumbered(
  store: Store,
  { collectionId, version, analysisId }: { collectionId: string; version: number; analysisId: string | null },
  numbers: readonly number[],
): Promise<PlacedPaper[] | null> {
  const { folders } = store
  const [records, lists, places] = await Promise.all([
    store.records.get(paperRecords(folders, collectionId, version)),
    store.lists.get(paperLists(folders, collectionId, version)),
    analysisId === null ? null : store.records.get(assignmentRecords(folders, analysisId)),
  ])
  if (records === null || lists === null || (places === null && analysisId !== null)) return null
  const papers = await records.at<Paper>(await lists.float64('starts'), numbers)
  if (papers === null) return null
  const placed = places === null ? [] : await assignmentsOf(store, places, analysisId!, version, numbers, papers)
  return placed === null ? null : papers.map((paper, i) => ({ ...paper, assignment: placed[i] ?? null }))
}

/** In the order of the papers; a hole for one that the analysis does not know. */
async function assignmentsOf(
  store: Store,
  records: RecordFile,
  analysisId: string,
  version: number,
  numbers: readonly number[],
  papers: readonly Paper[],
): Promise<(Assignment | undefined)[] | null> {
  const lists = await listsOfAnalysis(store, analysisId, version)
  if (lists !== null) return records.at<Assignment>(await lists.float64('starts'), numbers)
  const found = await records.find<Assignment>(papers.map(({ id }) => id))
  return found && papers.map(({ id }) => found.get(id))
}

/** The lists of an analysis of just these papers: only then its numbers are those of the collection. Null where they are not there (yet). */
export async function listsOfAnalysis(store: Store, analysisId: string, version: number): Promise<ColumnFile | null> {
  const lists = await store.lists.get(analysisLists(store.folders, analysisId))
  return lists !== null && (await lists.int32('version'))[0] === version ? lists : null
}

/** One paper and its place in an analysis. Throws `not-found`. */
export async function readPaper(
  store: Store,
  analysisId: string,
  paperId: string,
): Promise<{ paper: Paper; assignment: Assignment }> {
  const { collectionId } = await readAnalysis(store, analysisId)
  const [placed] = await readPapers(store, collectionId, analysisId, [paperId])
  if (!placed?.assignment) throw new TidemapError('not-found', `unknown paper: ${paperId}`)
  const { assignment, ...paper } = placed
  return { paper, assignment }
}

/** From the files beside the database; null where they are not there (yet). */
async function fromRecords(
  store: Store,
  collectionId: string,
  analysisId: string | null,
  ids: readonly string[],
): Promise<Map<string, PlacedPaper> | null> {
  const { version } = await collectionVersion(store, collectionId)
  const [papers, assignments] = await Promise.all([
    store.records.get(paperRecords(store.folders, collectionId, version)),
    analysisId === null ? null : store.records.get(assignmentRecords(store.folders, analysisId)),
  ])
  if (papers === null || (assignments === null && analysisId !== null)) return null
  const [found, placed] = await Promise.all([
    papers.find<Paper>(ids),
    assignments === null ? new Map<string, Assignment>() : assignments.find<Assignment>(ids),
  ])
  if (found === null || placed === null) return null
  return new Map([...found].map(([id, paper]) => [id, { ...paper, assignment: placed.get(id) ?? null }]))
}

/** From the database, which reads through all papers for a few. */
async function fromTables(
  { database }: Store,
  collectionId: string,
  analysisId: string | null,
  ids: readonly string[],
): Promise<Map<string, PlacedPaper>> {
  const rows = await database.read((session) =>
    session.all<Paper & AssignmentRow>(
      `SELECT ${SELECT_PAPER}, ${ASSIGNMENT_LIST}
       FROM papers p LEFT JOIN assignments a ON a."analysisId" = $analysisId AND a."paperId" = p.id
       WHERE p."collectionId" = $collectionId AND ${AMONG_IDS}`,
      { collectionId, analysisId, ids: JSON.stringify(ids) },
    ),
  )
  return new Map(rows.map((row) => [row.id, { ...paperOf(row), assignment: assignmentOf(row) }]))
}

function paperOf(row: Paper): Paper {
  return Object.fromEntries(PAPER_FIELDS.map((field) => [field, row[field]])) as Paper
}
