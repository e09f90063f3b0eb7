import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { spanOfPoints } from '../../hooks/span-of-points.ts'
import type { AnalysisTrends, Burst, TrendItem, TrendPoint } from '../../../shared/trend.ts'

/** A judged line, whatever it is a line of: what a row of a table of verdicts needs. */
export interface JudgedLine extends Pick<
  TrendItem,
  'label' | 'verdict' | 'from' | 'peak' | 'size' | 'qValue' | 'papers'
> {
  id: string
  bursts: readonly Burst[]
  points: readonly TrendPoint[]
  /** What of it is drawn, and the papers of that: all of it, or a brushed stretch. */
  stretch: { points: readonly TrendPoint[]; papers: number }
}

/** The phrases of an analysis as lines, without the sparse first periods. */
export function phraseLines({ phrases, periods }: Pick<AnalysisTrends, 'phrases' | 'periods'>): JudgedLine[] {
  const dense = leaveOutSparseStart([
    { id: '', label: '', color: '', points: pointsOf(periods, periods.map(() => 0)) }, // prettier-ignore
  ])
  const first = periods.findIndex(({ period }) => period === dense.from)
  const kept = periods.slice(Math.max(0, first))
  return phrases.map(({ counts, ...phrase }) => {
    const points = pointsOf(kept, counts.slice(Math.max(0, first)))
    return { ...phrase, id: `phrase-${phrase.id}`, points, stretch: { points, papers: phrase.papers } }
  })
}

/** Counts per period as the points of a line; without intervals. */
export function pointsOf(periods: AnalysisTrends['periods'], counts: readonly number[]): TrendPoint[] {
  return periods.map(({ period, total, complete }, i) => ({
    period,
    papers: counts[i] ?? 0,
    total,
    share: total === 0 ? null : (counts[i] ?? 0) / total,
    low: null,
    high: null,
    complete,
  }))
}

/** Topics or themes as the same kind of lines. */
export function itemLines(items: readonly TrendItem[], idOf: (item: TrendItem) => string): JudgedLine[] {
  const shown = leaveOutSparseStart(items.map((item) => ({ id: '', label: '', color: '', points: item.points }))).series
  return items.map((item, place) => {
    const { points } = shown[place]
    return { ...item, id: idOf(item), points, stretch: { points, papers: item.papers } }
  })
}

/** Lines as a brushed stretch shows them; those without a paper in it are left out. Verdicts stay those of all time. */
export function linesWithin(lines: readonly JudgedLine[], from: string | null, to: string | null): JudgedLine[] {
  if (from === null && to === null) return [...lines]
  return lines.flatMap((line) => {
    const points = spanOfPoints(line.points, from, to)
    const papers = points.reduce((sum, point) => sum + point.papers, 0)
    return papers === 0 ? [] : [{ ...line, stretch: { points, papers } }]
  })
}
