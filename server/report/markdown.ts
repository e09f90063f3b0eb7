import { blockBars } from '../../shared/block-bars.ts'
import { valueOf } from '../../shared/charts/trend-series.ts'
import {
  formatAuthors,
  formatCount,
  formatDate,
  formatDateRange,
  formatPercent,
  formatPeriod,
  plural,
} from '../../shared/format.ts'
import type { ReportFrame, ReportModel, ReportTopic } from '../../shared/report.ts'
import { MISCELLANEOUS } from '../../shared/topic.ts'
import { cohesionText, stabilityText } from '../../shared/topic-text.ts'
import { countsAndTopicsText } from '../../shared/topic-counts-text.ts'
import { vocabularyRows } from '../../shared/vocabulary-text.ts'
import { markdownLink, markdownText } from './markdown-text.ts'
import { paperLink } from './paper-link.ts'
import { papersAtHand, type PlacedEntry, type ReportPapers } from './report-papers.ts'
import { trendMode } from './trend-mode.ts'
import { namedTopics, openingSentence, provenanceLine } from './sentences.ts'

/** The report as Markdown that reads well unrendered. */
export function markdown(model: ReportModel): Generator<string> {
  return markdownPage(model, papersAtHand(model.papers, markdownItems(model)))
}

/** The text around the items of papers, which `markdownItems` writes. */
export function* markdownPage<Item>(model: ReportFrame, papers: ReportPapers<Item>): Generator<string | Item> {
  const labels = new Map(model.topics.map((topic) => [topic.id, topic.label]))
  yield opening(model)
  yield topicTable(model)
  for (const topic of model.topics) {
    yield topicHead(topic, model.topics, labels)
    for (const id of topic.paperIds) yield papers.item(papers.place(id))
  }
  yield method(model)
}

/** Writes a paper as an item of a list. */
export function markdownItems(model: ReportFrame): (entry: PlacedEntry) => string {
  const labels = new Map(model.topics.map((topic) => [topic.id, topic.label]))
  const standing = new Map(model.topics.map((topic) => [topic.id, new Set(topic.representative)]))
  return (entry) => paperItem(entry, standing.get(entry.assignment.topicId)!.has(entry.paper.id), labels)
}

function opening(model: ReportFrame): string {
  const { collection, facts } = model
  const notes = [...new Set([...facts.notes, ...model.trends.notes])].map((note) => `> ${markdownText(note)}\n`)
  return [
    `# ${markdownText(collection.name)}\n`,
    `\n${markdownText(openingSentence(model))}\n`,
    notes.length > 0 ? `\n${notes.join('>\n')}` : '',
    `\n${markdownText(provenanceLine(model))}\n`,
  ].join('')
}

function topicTable(model: ReportFrame): string {
  const mode = trendMode(model.topics)
  const rows = model.topics.map((topic) =>
    [
      String(topic.id),
      markdownText(topic.label),
      markdownText(topic.themeLabel),
      formatCount(topic.papers),
      formatPercent(topic.share),
      topic.verdict,
      blockBars(topic.points.map((point) => valueOf(point, mode))),
    ].join(' | '),
  )
  const span = model.topics[0]?.points ?? []
  const over =
    span.length === 0
      ? ''
      : ` (${formatPeriod(span[0].period)} to ${formatPeriod(span.at(-1)!.period)}, ${mode === 'share' ? 'share of each period' : 'papers'})`
  const head = ['', 'Topic', 'Theme', 'Papers', 'Share', 'Trend', `Over time${over}`].join(' | ')
  return `\n## Topics\n\n| ${head} |\n|---:|---|---|---:|---:|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`
}

function topicHead(topic: ReportTopic, topics: readonly ReportTopic[], labels: ReadonlyMap<number, string>): string {
  const near = topic.nearest.slice(0, 3).map(({ id }) => labels.get(id)).filter((label) => label !== undefined) // prettier-ignore
  return [
    `\n## ${topic.id === MISCELLANEOUS ? '' : `${topic.id}\\. `}${markdownText(topic.label)}\n`,
    `\n${plural(topic.papers, 'paper')}, ${formatPercent(topic.share)} of the collection. ${markdownText(topic.verdictText)} `,
    `${markdownText([stabilityText(topic), cohesionText(topic, topics) ?? ''].join(' ').trim())}\n`,
    topic.driftText === null ? '' : `\n${markdownText(topic.driftText)}\n`,
    topic.terms.length > 0 ? `\nTerms: ${topic.terms.map(markdownText).join(', ')}.\n` : '',
    near.length > 0 ? `\nNearest topics: ${near.map(markdownText).join(', ')}.\n` : '',
    '\n',
  ].join('')
}

function paperItem(
  { paper, assignment }: PlacedEntry,
  standsForIt: boolean,
  labels: ReadonlyMap<number, string>,
): string {
  const details = [
    standsForIt ? 'stands for the topic' : null,
    formatAuthors(paper),
    paper.date === null ? null : `${formatDate(paper.date)}${paper.dateInferred ? ' (year inferred)' : ''}`,
    paper.venue,
    assignment.uncertain && assignment.runnerUpTopicId !== null
      ? `uncertain, also near ${labels.get(assignment.runnerUpTopicId) ?? assignment.runnerUpTopicId}`
      : null,
  ].filter((detail) => detail !== null)
  const rest = details.length > 0 ? `  \n  ${details.map(markdownText).join(' · ')}` : ''
  return `- ${markdownLink(paper.title, paperLink(paper))}${rest}\n`
}

function method(model: ReportFrame): string {
  const { provenance, facts } = model
  const imports = model.imports.map(
    (one) =>
      `- ${markdownText(one.filename)}: ${plural(one.records, 'record')}, ${plural(one.papers, 'paper')}, ` +
      `${formatCount(one.rejected)} rejected, ${plural(one.duplicates, 'duplicate')}\n`,
  )
  return [
    '\n## How this was made\n\n',
    `- Dates: ${formatDateRange(model.collection.from, model.collection.to)}; ${plural(facts.undated, 'paper')} without a date\n`,
    `- Topics asked for: ${provenance.options.topics}; seed: ${provenance.seed}\n`,
    facts.topicCounts.length > 0
      ? `- Numbers tried, with their stability: ${countsAndTopicsText(facts.topicCounts, namedTopics(model).length)}\n`
      : '',
    ...vocabularyRows(provenance.options.vocabulary).map(([label, text]) => `- ${label}: ${markdownText(text)}\n`),
    `- Tidemap ${markdownText(provenance.version)}, analysis ${markdownText(provenance.analysisId)}\n`,
    `- Result hash: ${markdownText(provenance.resultHash)}\n`,
    ...imports,
  ].join('')
}
