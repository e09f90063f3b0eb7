import { booleanCell, numberCell, textCell } from '../../shared/csv.ts'
import { MISCELLANEOUS, type Placed, type Topic } from '../../shared/topic.ts'
import type { TrendItem } from '../../shared/trend.ts'

/** The columns of the CSV files of a result, in order; scripts outside rely on them. */
const RESULT_COLUMNS = {
  assignments: ['paper_id', 'topic_id', 'topic_label', 'score', 'runner_up_topic_id', 'uncertain', 'x', 'y'],
  topics: ['topic_id', 'label', 'terms', 'papers', 'theme', 'stability', 'verdict'],
  trends: ['topic_id', 'topic_label', 'period', 'papers', 'total', 'share', 'low', 'high', 'complete'],
} as const

/**
 * Lines of `assignments.csv`, header first, each with its LF. Assignments keep the order of the papers: by id.
 * Throws where an assignment names a topic that is not among `topics`.
 */
export function* assignmentLines(assignments: Iterable<Placed>, topics: readonly Topic[]): Generator<string> {
  // Papers may sit in Miscellaneous without anyone having described it.
  const labels = new Map([
    [MISCELLANEOUS, 'Miscellaneous'],
    ...topics.map(({ id, label }) => [id, textCell(label)] as const),
  ])
  yield line(RESULT_COLUMNS.assignments)
  for (const assignment of assignments) {
    const label = labels.get(assignment.topicId)
    if (label === undefined) throw new Error(`assignment to an unknown topic: ${assignment.topicId}`)
    yield line([
      textCell(assignment.paperId),
      numberCell(assignment.topicId),
      label,
      numberCell(assignment.score),
      numberCell(assignment.runnerUpTopicId),
      booleanCell(assignment.uncertain),
      numberCell(assignment.x),
      numberCell(assignment.y),
    ])
  }
}

/** Lines of `topics.csv`, header first, each with its LF, by topic id. */
export function* topicLines(topics: readonly Topic[]): Generator<string> {
  yield line(RESULT_COLUMNS.topics)
  for (const topic of byId(topics)) {
    yield line([
      numberCell(topic.id),
      textCell(topic.label),
      textCell(topic.terms.join('; ')),
      numberCell(topic.papers),
      textCell(topic.themeLabel),
      numberCell(topic.stability),
      textCell(topic.verdict),
    ])
  }
}

/** Lines of `trends.csv`, header first, each with its LF: the topics only, by topic id, then by period. */
export function* trendLines(trends: readonly TrendItem[]): Generator<string> {
  yield line(RESULT_COLUMNS.trends)
  for (const item of byId(trends.filter(({ kind }) => kind === 'topic'))) {
    const label = textCell(item.label)
    for (const point of item.points) {
      yield line([
        numberCell(item.id),
        label,
        textCell(point.period),
        numberCell(point.papers),
        numberCell(point.total),
        numberCell(point.share),
        numberCell(point.low),
        numberCell(point.high),
        booleanCell(point.complete),
      ])
    }
  }
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\n`
}

function byId<T extends { id: number }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => a.id - b.id)
}
