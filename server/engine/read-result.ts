import { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetReadObjects } from 'hyparquet'
import type { ColumnData, FileMetaData, ParquetReadOptions } from 'hyparquet'
import { join } from 'node:path'
import { type Assignment, type Reason, Theme, Topic } from '../../shared/topic.ts'
import { TopicDrift } from '../../shared/topic-drift.ts'
import { PhraseTrend, TrendItem } from '../../shared/trend.ts'
import { PlacedColumns } from './placed-columns.ts'
import { DECOMPRESSORS } from './table-codec.ts'

const ASSIGNMENTS = 'assignments.parquet'

/** The tables of a finished result folder but that of the papers. */
export interface TopicTables {
  topics: Topic[]
  themes: Theme[]
  trends: TrendItem[]
  /** The strongest trend first. */
  phrases: PhraseTrend[]
  /** One a topic, by topic id; none for Miscellaneous. */
  drift: TopicDrift[]
}

export interface ResultTables extends TopicTables {
  /** By paper id, code point order. */
  assignments: Assignment[]
}

/**
 * Reads the Parquet tables that an engine wrote, for who has no database; of the phrases the first `phrases`. Throws where one is missing or not as laid
 * out.
 */
export async function readResult(dir: string, phrases = Infinity): Promise<ResultTables> {
  const placed = await readPlaced(dir)
  const assignments: Assignment[] = []
  for await (const group of readReasons(dir)) {
    for (const reasons of group) {
      const where = placed.at(assignments.length)
      assignments.push({ ...where, reasons: jsonOf(Buffer.from(reasons)) as Reason[] })
    }
  }
  return { ...(await readTopicTables(dir, phrases)), assignments }
}

/** `readResult` without the table of the papers. */
export async function readTopicTables(dir: string, phrases = Infinity): Promise<TopicTables> {
  const [topics, themes, trends] = await Promise.all(
    ['topics', 'themes', 'trends'].map((name) => rowsOf(join(dir, `${name}.parquet`))),
  )
  return {
    topics: topics.map((row) => Topic.parse(jsonOf(row['json']))),
    themes: themes.map((row) => Theme.parse(jsonOf(row['json']))),
    trends: rowsOfKind(trends, ['topic', 'theme']).map((row) => TrendItem.parse(jsonOf(row['json']))),
    phrases: rowsOfKind(trends, ['phrase'])
      .slice(0, phrases)
      .map((row) => PhraseTrend.parse(jsonOf(row['json']))),
    drift: rowsOfKind(trends, ['drift']).map((row) => TopicDrift.parse(jsonOf(row['json']))),
  }
}

/** Where each paper stands, by paper id, without why: that is most of the table. */
export async function readPlaced(dir: string): Promise<PlacedColumns> {
  const table = await openAssignments(dir)
  const placed = new PlacedColumns(Number(table.metadata.num_rows))
  const columns = Object.keys(placed.columns)
  for await (const { columnName, columnData, rowStart } of chunksOf(table, columns)) {
    placed.columns[columnName](rowStart, columnData)
  }
  return placed
}

/** Why each paper stands where it does, in the same order, as JSON in UTF-8 (a list of `Reason`), for some thousand papers at a time. */
export async function* readReasons(dir: string): AsyncGenerator<readonly Uint8Array[]> {
  // As they stand: who writes them again needs no texts.
  const parsers = { stringFromBytes: (bytes: Uint8Array) => bytes }
  for await (const { columnData } of chunksOf(await openAssignments(dir), ['reasons'], parsers)) {
    yield columnData as Uint8Array[]
  }
}

type OpenTable = Pick<ParquetReadOptions, 'file'> & { metadata: FileMetaData }

async function openAssignments(dir: string): Promise<OpenTable> {
  const file = await asyncBufferFromFile(join(dir, ASSIGNMENTS))
  return { file, metadata: await parquetMetadataAsync(file) }
}

/** Some columns of a table, as they are stored: a group of rows after the other, in each all columns, and never a row as an object. */
async function* chunksOf(
  table: OpenTable,
  columns: string[],
  parsers: ParquetReadOptions['parsers'] = {},
): AsyncGenerator<ColumnData> {
  let rowStart = 0
  for (const { num_rows: rows } of table.metadata.row_groups) {
    const rowEnd = rowStart + Number(rows)
    const chunks: ColumnData[] = []
    const onChunk = (chunk: ColumnData): void => void chunks.push(chunk)
    await parquetRead({ ...table, columns, rowStart, rowEnd, compressors: DECOMPRESSORS, parsers, onChunk })
    yield* chunks
    rowStart = rowEnd
  }
}

async function rowsOf(path: string): Promise<Record<string, unknown>[]> {
  const file = await asyncBufferFromFile(path)
  return parquetReadObjects({ file, compressors: DECOMPRESSORS })
}

function rowsOfKind(rows: Record<string, unknown>[], kinds: readonly string[]): Record<string, unknown>[] {
  return rows.filter((row) => kinds.includes(String(row['kind'])))
}

function jsonOf(value: unknown): unknown {
  return JSON.parse(String(value))
}
