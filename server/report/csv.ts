import { booleanCell, numberCell, textCell } from '../../shared/csv.ts'
import type { ReportEntry, ReportModel } from '../../shared/report.ts'

type Cell = (entry: ReportEntry, labels: ReadonlyMap<number, string>, themes: ReadonlyMap<number, string>) => string

/** The columns in order; text is formula-escaped, numbers are numbers. */
const COLUMNS: Record<string, Cell> = {
  paper_id: ({ paper }) => textCell(paper.id),
  title: ({ paper }) => textCell(paper.title),
  abstract: ({ paper }) => textCell(paper.abstract),
  date: ({ paper }) => textCell(paper.date),
  date_inferred: ({ paper }) => booleanCell(paper.dateInferred),
  authors: ({ paper }) => textCell(paper.authors === null ? null : paper.authors.join('; ')),
  author_count: ({ paper }) => numberCell(paper.authorCount),
  organization: ({ paper }) => textCell(paper.organization),
  venue: ({ paper }) => textCell(paper.venue),
  doi: ({ paper }) => textCell(paper.doi),
  url: ({ paper }) => textCell(paper.url),
  keywords: ({ paper }) => textCell(paper.keywords === null ? null : paper.keywords.join('; ')),
  votes: ({ paper }) => numberCell(paper.votes),
  comments: ({ paper }) => numberCell(paper.comments),
  topic_id: ({ assignment }) => numberCell(assignment.topicId),
  topic_label: ({ assignment }, labels) => textCell(labels.get(assignment.topicId) ?? null),
  theme: ({ assignment }, _labels, themes) => textCell(themes.get(assignment.topicId) ?? null),
  score: ({ assignment }) => numberCell(assignment.score),
  runner_up_topic_id: ({ assignment }) => numberCell(assignment.runnerUpTopicId),
  runner_up_topic_label: ({ assignment }, labels) =>
    textCell(assignment.runnerUpTopicId === null ? null : (labels.get(assignment.runnerUpTopicId) ?? null)),
  uncertain: ({ assignment }) => booleanCell(assignment.uncertain),
}

/** One row a paper with its topic, in the order of the ids. */
export function* csv(model: ReportModel): Generator<string> {
  const labels = new Map(model.topics.map((topic) => [topic.id, topic.label]))
  const themes = new Map(model.topics.map((topic) => [topic.id, topic.themeLabel]))
  const cells = Object.values(COLUMNS)
  yield `${Object.keys(COLUMNS).join(',')}\n`
  for (const entry of model.papers) yield `${cells.map((cell) => cell(entry, labels, themes)).join(',')}\n`
}
