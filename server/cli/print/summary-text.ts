import type { AnalysisSummary } from '../../../shared/analysis.ts'
import { table } from './table.ts'
import { bytes, count, duration, plural } from './words.ts'

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
