import type { Bin } from '../../../shared/period.ts'
import type { PhraseTrend, QueryTrends, QuerySeries, TrendItem, TrendPoint } from '../../../shared/trend.ts'
import { table } from './table.ts'
import { count, percent, plain, plural } from './words.ts'

const BIN_WORDS: Record<Bin, string> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
  'two-year': 'two years',
}

/** Typed queries over time: one line a period, one column a query. */
export function queryTrendsText(trends: QueryTrends): string {
  const { bin, fields, within, smooth, series, notes } = trends
  const periods = series[0]?.points ?? []
  const rows = periods.map(({ period, complete }, i) => [
    `${period}${complete ? '' : ' *'}`,
    ...series.map(({ points }) => pointText(points[i])),
  ])
  return [
    `Share of papers per ${BIN_WORDS[bin]} with the words in ${fields.join(' or ')}` +
      (within.length > 0 ? `, within ${plain(within.join(' and '))}` : '') +
      (smooth > 0 ? `; in brackets, ${smooth} on each side taken in` : '') +
      '\n\n',
    table([{ head: 'period' }, ...series.map(({ query }) => ({ head: query, right: true, most: 32 }))], rows),
    '\n',
    ...series.map(seriesText),
    ...(periods.some(({ complete }) => !complete)
      ? ['* to date: the newest paper comes before the period ends\n']
      : []),
    ...notes.map((note) => `note: ${plain(note)}\n`),
  ].join('')
}

/** Topics, themes and phrases with their verdicts; `evidence` adds the figures that the verdict rests on. */
export function trendItemsText(
  items: readonly (Omit<TrendItem, 'id' | 'points' | 'bursts'> | Omit<PhraseTrend, 'id' | 'counts' | 'bursts'>)[],
  notes: readonly string[],
  evidence: boolean,
): string {
  const columns = [
    { head: 'kind' },
    { head: 'label', most: 44 },
    { head: 'papers', right: true },
    { head: 'from' },
    { head: 'peak' },
    { head: 'verdict' },
    ...(evidence
      ? [
          { head: 'size', right: true },
          { head: 'q', right: true },
        ]
      : []),
  ]
  const rows = items.map(({ kind, label, papers, from, peak, verdict, size, qValue }) => [
    kind,
    label,
    count(papers),
    from ?? '–',
    peak ?? '–',
    verdict,
    ...(evidence ? [size === null ? '–' : size.toFixed(3), qValue === null ? '–' : qValue.toPrecision(2)] : []),
  ])
  return [table(columns, rows), ...notes.map((note) => `note: ${plain(note)}\n`)].join('')
}

/** Senses that are worth a line: topics with a tenth of the matches. */
const LEAST_SENSE = 0.1

function seriesText({ query, verdict, papers, peak, bursts, topics }: QuerySeries): string {
  const what = verdict === 'peaked' ? `peaked in ${peak}` : verdict
  const lines = [`${plain(query)}: ${what} (${plural(papers, 'paper')})`]
  if (bursts.length > 0)
    lines.push(`  bursts: ${bursts.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ')}`)
  const senses = topics?.filter(({ share }) => share >= LEAST_SENSE) ?? []
  if (senses.length > 0)
    lines.push(`  in: ${senses.map(({ label, share }) => `${plain(label)} ${percent(share)}`).join(', ')}`)
  return `${lines.join('\n')}\n`
}

function pointText(point: TrendPoint | undefined): string {
  if (point === undefined || point.total === 0) return '–'
  const smoothed = typeof point.smoothed === 'number' ? ` [${percent(point.smoothed)}]` : ''
  return `${percent(point.share)} (${count(point.papers)} of ${count(point.total)})${smoothed}`
}
