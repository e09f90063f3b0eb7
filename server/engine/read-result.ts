import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { join } from 'node:path'
import { type Assignment, type Placed, type Reason, Theme, Topic } from '../../shared/topic.ts'
import { TopicDrift } from '../../shared/topic-drift.ts'
import { PhraseTrend, TrendItem } from '../../shared/trend.ts'
import { DECOMPRESSORS } from './table-codec.ts'

const ASSIGNMENTS = 'assignments.parquet'
const PLACED = ['paper_id', 'topic_id', 'score', 'runner_up_topic_id', 'runner_up_score', 'uncertain', 'x', 'y']

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
  const assignments = await rowsOf(join(dir, ASSIGNMENTS))
  return {
    ...(await readTopicTables(dir, phrases)),
    assignments: assignments.map((row) => ({ ...placedOf(row), reasons: jsonOf(row['reasons']) as Reason[] })),
  }
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
export async function readPlaced(dir: string): Promise<Placed[]> {
  return (await rowsOf(join(dir, ASSIGNMENTS), PLACED)).map(placedOf)
}

/** Why each paper stands where it does, as JSON (a list of `Reason`), in the same order. */
export async function* readReasons(dir: string): AsyncGenerator<string> {
  const file = await asyncBufferFromFile(join(dir, ASSIGNMENTS))
  const metadata = await parquetMetadataAsync(file)
  let rowStart = 0
  for (const { num_rows: rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(rows)
    const columns = ['reasons']
    const some = await parquetReadObjects({ file, metadata, columns, rowStart, rowEnd, compressors: DECOMPRESSORS })
    for (const { reasons } of some) yield String(reasons)
    rowStart = rowEnd
  }
}

async function rowsOf(path: string, columns?: string[]): Promise<Record<string, unknown>[]> {
  const file = await asyncBufferFromFile(path)
  return parquetReadObjects({ file, compressors: DECOMPRESSORS, ...(columns === undefined ? {} : { columns }) })
}

function rowsOfKind(rows: Record<string, unknown>[], kinds: readonly string[]): Record<string, unknown>[] {
  return rows.filter((row) => kinds.includes(String(row['kind'])))
}

function jsonOf(value: unknown): unknown {
  return JSON.parse(String(value))
}

/** Our own table, written a moment ago: the columns are as `result-tables.ts` lays them out. */
function placedOf(row: Record<string, unknown>): Placed {
  return {
    paperId: String(row['paper_id']),
    topicId: Number(row['topic_id']),
    score: Number(row['score']),
    runnerUpTopicId: nullable(row['runner_up_topic_id']),
    runnerUpScore: nullable(row['runner_up_score']),
    uncertain: row['uncertain'] === true,
    x: Number(row['x']),
    y: Number(row['y']),
  }
}

function nullable(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
