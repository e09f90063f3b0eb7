import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { join } from 'node:path'
import { type Assignment, type Reason, Theme, Topic } from '../../shared/topic.ts'
import { TopicDrift } from '../../shared/topic-drift.ts'
import { PhraseTrend, TrendItem } from '../../shared/trend.ts'
import { DECOMPRESSORS } from './table-codec.ts'

/** The tables of a finished result folder. */
export interface ResultTables {
  topics: Topic[]
  themes: Theme[]
  /** By paper id, code point order. */
  assignments: Assignment[]
  trends: TrendItem[]
  /** The strongest trend first. */
  phrases: PhraseTrend[]
  /** One a topic, by topic id; none for Miscellaneous. */
  drift: TopicDrift[]
}

/**
 * Reads the Parquet tables that an engine wrote, for who has no database; of the phrases the first `phrases`. Throws where one is missing or not as laid
 * out.
 */
export async function readResult(dir: string, phrases = Infinity): Promise<ResultTables> {
  const [topics, themes, trends, assignments] = await Promise.all(
    ['topics', 'themes', 'trends', 'assignments'].map((name) => rowsOf(join(dir, `${name}.parquet`))),
  )
  return {
    topics: topics.map((row) => Topic.parse(jsonOf(row['json']))),
    themes: themes.map((row) => Theme.parse(jsonOf(row['json']))),
    trends: rowsOfKind(trends, ['topic', 'theme']).map((row) => TrendItem.parse(jsonOf(row['json']))),
    phrases: rowsOfKind(trends, ['phrase'])
      .slice(0, phrases)
      .map((row) => PhraseTrend.parse(jsonOf(row['json']))),
    drift: rowsOfKind(trends, ['drift']).map((row) => TopicDrift.parse(jsonOf(row['json']))),
    assignments: assignments.map(assignmentOf),
  }
}

async function rowsOf(path: string): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: await asyncBufferFromFile(path), compressors: DECOMPRESSORS })
}

function rowsOfKind(rows: Record<string, unknown>[], kinds: readonly string[]): Record<string, unknown>[] {
  return rows.filter((row) => kinds.includes(String(row['kind'])))
}

function jsonOf(value: unknown): unknown {
  return JSON.parse(String(value))
}

/** Our own table, written a moment ago: the columns are as `result-tables.ts` lays them out. */
function assignmentOf(row: Record<string, unknown>): Assignment {
  return {
    paperId: String(row['paper_id']),
    topicId: Number(row['topic_id']),
    score: Number(row['score']),
    runnerUpTopicId: nullable(row['runner_up_topic_id']),
    runnerUpScore: nullable(row['runner_up_score']),
    uncertain: row['uncertain'] === true,
    x: Number(row['x']),
    y: Number(row['y']),
    reasons: jsonOf(row['reasons']) as Reason[],
  }
}

function nullable(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
