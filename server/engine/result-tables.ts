import type { ColumnSource } from 'hyparquet-writer'
import type { Placed, Theme, Topic } from '../../shared/topic.ts'
import type { PhraseTrend } from '../../shared/trend.ts'
import type { FoundPhrase, FoundTrends } from '../analysis/trends/follow-trends.ts'
import { listOf } from '../analysis/trends/share.ts'
import { GROUP, JSON_COLUMN, tableOf } from './table-file.ts'

/** `topics.parquet`: id INT, json VARCHAR (a `Topic`). */
export function topicTable(topics: readonly Topic[]): Iterable<Uint8Array> {
  return jsonTable(topics)
}

/** `themes.parquet`: id INT, json VARCHAR (a `Theme`). */
export function themeTable(themes: readonly Theme[]): Iterable<Uint8Array> {
  return jsonTable(themes)
}

/**
 * `trends.parquet`: kind VARCHAR, id INT, json VARCHAR: a `TrendItem` where the kind is topic or theme, a `PhraseTrend` where it is phrase,
 * and a `TopicDrift` where it is drift, with the topic's id.
 */
export function trendTable({ items, phrases, drift }: FoundTrends): Iterable<Uint8Array> {
  const rows = [
    ...items.map((item) => ({ kind: item.kind, id: item.id, json: JSON.stringify(item) })),
    ...phrases.map((item) => ({ kind: item.kind, id: item.id, json: phraseJson(item) })),
    ...drift.map((item) => ({ kind: 'drift', id: item.topicId, json: JSON.stringify(item) })),
  ]
  return table([
    { name: 'kind', type: 'STRING', data: rows.map(({ kind }) => kind) },
    { name: 'id', type: 'INT32', data: rows.map(({ id }) => id) },
    { ...JSON_COLUMN, data: rows.map(({ json }) => json) },
  ])
}

function phraseJson(phrase: FoundPhrase): string {
  const { counts } = phrase
  return JSON.stringify({ ...phrase, counts: listOf(counts) } satisfies PhraseTrend)
}

/**
 * `assignments.parquet`: paper_id VARCHAR, topic_id INT, score DOUBLE, runner_up_topic_id INT or null,
 * runner_up_score DOUBLE or null, uncertain BOOLEAN, x DOUBLE, y DOUBLE, reasons VARCHAR (JSON list of `Reason`, as `reasons` has it for each of the papers).
 */
export function assignmentTable(
  assignments: Iterable<Placed>,
  reasons: Iterable<string | Uint8Array>,
): Iterable<Uint8Array> {
  return tableOf(assignmentColumns(assignments, reasons))
}

function* assignmentColumns(
  assignments: Iterable<Placed>,
  reasons: Iterable<string | Uint8Array>,
): Generator<ColumnSource[]> {
  const texts = reasons[Symbol.iterator]()
  let some: Placed[] = []
  let why: (string | Uint8Array)[] = []
  const columns = (): ColumnSource[] => [
    { name: 'paper_id', type: 'STRING', encoding: 'PLAIN', data: some.map(({ paperId }) => paperId) },
    { name: 'topic_id', type: 'INT32', data: some.map(({ topicId }) => topicId) },
    { name: 'score', type: 'DOUBLE', encoding: 'PLAIN', data: some.map(({ score }) => score) },
    {
      name: 'runner_up_topic_id',
      type: 'INT32',
      nullable: true,
      data: some.map(({ runnerUpTopicId }) => runnerUpTopicId),
    },
    {
      name: 'runner_up_score',
      type: 'DOUBLE',
      nullable: true,
      encoding: 'PLAIN',
      data: some.map(({ runnerUpScore }) => runnerUpScore),
    },
    { name: 'uncertain', type: 'BOOLEAN', data: some.map(({ uncertain }) => uncertain) },
    { name: 'x', type: 'DOUBLE', encoding: 'PLAIN', data: some.map(({ x }) => x) },
    { name: 'y', type: 'DOUBLE', encoding: 'PLAIN', data: some.map(({ y }) => y) },
    { ...JSON_COLUMN, name: 'reasons', data: why },
  ]
  for (const assignment of assignments) {
    some.push(assignment)
    why.push(texts.next().value as string | Uint8Array)
    if (some.length < GROUP) continue
    yield columns()
    some = []
    why = []
  }
  yield columns()
}

function jsonTable(items: readonly { id: number }[]): Iterable<Uint8Array> {
  return table([
    { name: 'id', type: 'INT32', data: items.map(({ id }) => id) },
    { ...JSON_COLUMN, data: items.map((item) => JSON.stringify(item)) },
  ])
}

function table(columns: ColumnSource[]): Iterable<Uint8Array> {
  return tableOf([columns])
}
