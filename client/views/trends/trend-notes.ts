import type { AnalysisTrends, QueryTrends } from '../../../shared/trend.ts'

/** What must be said beside the lines: the notes of what is shown, each once; without one, why no verdict is given. */
export function trendNotes(queries: QueryTrends | undefined, trends: AnalysisTrends): string[] {
  const notes = [...new Set([...(queries?.notes ?? []), ...(queries === undefined ? trends.notes : [])])]
  if (notes.length > 0) return notes
  const verdicts = queries?.series ?? trends.items
  if (verdicts.length === 0 || verdicts.some((one) => one.verdict !== 'not enough data')) return []
  return ['too few dated papers or periods to speak of a trend: the lines are counts, not verdicts']
}
