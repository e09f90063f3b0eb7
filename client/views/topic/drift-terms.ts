import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { numberCell, textCell } from '../../../shared/csv.ts'
import type { DriftTerm, TopicDrift } from '../../../shared/topic-drift.ts'
import type { TrendPoint } from '../../../shared/trend.ts'

/** Terms that are shown where nothing changed, and at most where something did. */
const FEW = 8
const MOST = 16

/** The terms that came, went or peaked, the surest first; then the largest that stayed, until there are enough. */
export function shownTerms({ terms }: Pick<TopicDrift, 'terms'>): DriftTerm[] {
  const moved = terms
    .filter(({ change }) => change !== 'stayed' && change !== 'not enough data')
    .sort((a, b) => (a.qValue ?? 1) - (b.qValue ?? 1) || b.papers - a.papers)
  const stayed = terms.filter((term) => !moved.includes(term))
  return [...moved.slice(0, MOST), ...stayed.slice(0, Math.max(0, FEW - moved.length))]
}

/** A term's share of its topic per period, without the sparse beginning; no intervals. */
export function driftPoints(drift: Pick<TopicDrift, 'periods' | 'totals' | 'complete'>, term: DriftTerm): TrendPoint[] {
  const points = drift.periods.map((period, i) => ({
    period,
    papers: term.counts[i],
    total: drift.totals[i],
    share: drift.totals[i] === 0 ? null : term.counts[i] / drift.totals[i],
    low: null,
    high: null,
    complete: drift.complete[i],
  }))
  return [...leaveOutSparseStart([{ id: '', label: '', color: '', points }]).series[0].points]
}

/** All terms as CSV: one row a term and period; text safe for spreadsheets. */
export function driftCsv({ terms, periods, totals }: TopicDrift): string {
  const rows = terms.flatMap(({ term, change, counts }) =>
    periods.map((period, i) =>
      [textCell(term), textCell(change), textCell(period), numberCell(counts[i]), numberCell(totals[i])].join(','),
    ),
  )
  return ['term,change,period,papers,total', ...rows, ''].join('\n')
}

/** The same as JSON, with the stretches of time and what entered and left. */
export function driftJson(drift: TopicDrift): string {
  return `${JSON.stringify(drift, null, 2)}\n`
}
