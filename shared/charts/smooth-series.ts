import { smoothShares } from '../smooth-shares.ts'
import type { TrendSeries } from './trend-series.ts'

/** The series with a smoothed share a point: the period and `width` complete ones on each side together; 0 leaves them as they are. */
export function smoothSeries(series: readonly TrendSeries[], width: number): TrendSeries[] {
  if (width === 0) return [...series]
  return series.map((one) => {
    const smoothed = smoothShares(one.points, width)
    return { ...one, points: one.points.map((point, i) => ({ ...point, smoothed: smoothed[i] })) }
  })
}
