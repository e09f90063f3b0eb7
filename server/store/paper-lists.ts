import { join } from 'node:path'
import { ColumnFile, writeColumns } from './column-file.ts'
import type { DataFolders } from './folders.ts'
import { findLineStarts } from './line-starts.ts'
import { NO_FIRST_DAY, NO_LAST_DAY } from './paper-order.ts'
import { assignmentRecords, paperRecords } from './records.ts'
import type { Params, Session } from './session.ts'
import { SORTS } from './sorts.ts'
import type { Store } from './store.ts'

/**
 * The papers of a collection at a version as columns and orders, so that no list reads through all rows: `starts` (where each begins among the
 * records), `firstDay` and `lastDay`, and an order for each sort that needs no analysis. Made with the text index; where it is missing, the database
 * is read.
 */
export const paperLists = ({ index }: DataFolders, collectionId: string, version: number): string =>
  join(index, `${collectionId}-${version}.papers.columns`)

/**
 * The same of an analysis, of its papers: `version` of the collection (one number), `starts` among its assignments, `topic`, and the order by
 * `score`. Made in the background after the analysis.
 */
export const analysisLists = ({ results }: DataFolders, analysisId: string): string =>
  join(results, analysisId, 'assignments.columns')

/** Inside the transaction of a snapshot: the orders and days of a collection's papers. */
export async function readPaperColumns(session: Session, collectionId: string): Promise<Record<string, Int32Array>> {
  const of = (what: string, order: string): Promise<Int32Array> =>
    session.numbers(
      `SELECT (${what})::INTEGER FROM (SELECT *, row_number() OVER (ORDER BY id) - 1 AS number FROM papers
       WHERE "collectionId" = $collectionId) p ORDER BY ${order}`,
      { collectionId },
    )
  const sorted = ({ key, descending }: (typeof SORTS)['title']): Promise<Int32Array> =>
    of('number', `${key} ${descending ? 'DESC' : 'ASC'}, number`)
  return {
    firstDay: await of(`coalesce("firstDay", ${NO_FIRST_DAY})`, 'number'),
    lastDay: await of(`coalesce("lastDay", ${NO_LAST_DAY})`, 'number'),
    newest: await sorted(SORTS.newest),
    oldest: await sorted(SORTS.oldest),
    title: await sorted(SORTS.title),
    votes: await sorted(SORTS.votes),
  }
}

/** Writes the lists of a collection beside its records, which are there. Gives the path. */
export async function keepPaperLists(
  { folders }: Store,
  collectionId: string,
  version: number,
  columns: Readonly<Record<string, Int32Array>>,
): Promise<string> {
  const starts = await findLineStarts(paperRecords(folders, collectionId, version), columns['newest'].length)
  const path = paperLists(folders, collectionId, version)
  await writeColumns(path, { starts, ...columns })
  return path
}

/** Writes the lists of an analysis where they are missing. */
export async function makeAnalysisLists({ folders, database }: Store, analysisId: string): Promise<void> {
  const path = analysisLists(folders, analysisId)
  if ((await ColumnFile.open(path)) !== null) return
  const params: Params = { analysisId }
  const { version, topic, score } = await database.read(async (session) => ({
    version: await session.numbers('SELECT "collectionVersion" FROM analyses WHERE id = $analysisId', params),
    topic: await session.numbers(
      'SELECT "topicId" FROM assignments WHERE "analysisId" = $analysisId ORDER BY "paperId"',
      params,
    ),
    score: await session.numbers(
      `SELECT number::INTEGER FROM (SELECT score, row_number() OVER (ORDER BY "paperId") - 1 AS number FROM assignments
       WHERE "analysisId" = $analysisId) a ORDER BY ${SORTS.score.key} DESC, number`,
      params,
    ),
  }))
  const starts = await findLineStarts(assignmentRecords(folders, analysisId), topic.length)
  await writeColumns(path, { version, starts, topic, score })
}
