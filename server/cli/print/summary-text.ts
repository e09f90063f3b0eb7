import type { AnalysisSummary } from '../../../shared/analysis.ts'
import { countText } from '../../../shared/topic-counts-text.ts'
import { table } from './table.ts'
import { bytes, count, duration, plural } from './words.ts'

/** Tried numbers on a line. */
const COUNTS_A_LINE = 6

/** A summary as a few lines and a table of the topics. */
export function summaryText(summary: AnalysisSummary): string {
  const { papers, rejected, duplicates, topics, themes, seed, agreementBetweenSeeds, seconds, peakMemoryBytes } =
    summary
  const named = topics.filter(({ id }) => id !== 0).length
  const agreement =
    agreementBetweenSeeds === null ? '' : `, agreement between seeds ${agreementBetweenSeeds.toFixed(2)}`
  const rows = topics.map(({ id, label, papers: size, terms }) => [String(id), label, count(size), terms.join(', ')])
  return [
    `${plural(papers, 'paper')}, ${count(rejected)} rejected, ${plural(duplicates, 'duplicate')}\n`,
    `${plural(named, 'topic')} in ${plural(themes.length, 'theme')}; seed ${seed}${agreement}\n`,
    countLines(summary),
    `${duration(seconds['total'] ?? 0)}, at most ${bytes(peakMemoryBytes)} of memory\n\n`,
    table(
      [
        { head: '#', right: true },
        { head: 'topic', most: 40 },
        { head: 'papers', right: true },
        { head: 'terms', most: 60 },
      ],
      rows,
    ),
  ].join('')
}

/** The numbers of topics that were tried and how stable each is, and the way to the others; nothing where there was no choice. */
function countLines({ topicCounts = [], options }: AnalysisSummary): string {
  if (topicCounts.length < 2) return ''
  const lines = Array.from({ length: Math.ceil(topicCounts.length / COUNTS_A_LINE) }, (_, i) =>
    topicCounts
      .slice(i * COUNTS_A_LINE, (i + 1) * COUNTS_A_LINE)
      .map(countText)
      .join(', '),
  )
  const others = topicCounts.flatMap(({ role, topics, chosen }) =>
    role === undefined || chosen ? [] : [`--topics ${role} takes ${topics}`],
  )
  return [
    `topics tried (stability): ${lines.join(',\n  ')}\n`,
    typeof options.topics === 'number' || others.length === 0 ? '' : `${others.join(', ')}\n`,
  ].join('')
}
