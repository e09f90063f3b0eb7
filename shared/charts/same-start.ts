import type { TrendSeries } from './trend-series.ts'

/**
 * Cuts every series to begin with its first period of `least` papers or more; those that never have so many are left out, and told
 * by `none`.
 */
export function cutToStart(series: readonly TrendSeries[], least: number): { series: TrendSeries[]; none: string[] } {
  const found: TrendSeries[] = []
  const none: string[] = []
  for (const one of series) {
    const first = one.points.findIndex((point) => point.papers >= least)
    if (first < 0) none.push(one.label)
    else found.push({ ...one, points: one.points.slice(first) })
  }
  return { series: found, none }
}
