import type { TrendPoint } from './trend.ts'

/**
 * The share of each period and of `width` periods on each side of it together (papers ÷ papers), from complete periods only; null where
 * those hold no papers, and in a period that is not complete. 0 gives the shares as they are.
 */
export function smoothShares(
  points: readonly Pick<TrendPoint, 'papers' | 'total' | 'complete'>[],
  width: number,
): (number | null)[] {
  return points.map(({ complete }, i) => {
    if (!complete) return null
    const near = points.slice(Math.max(0, i - width), i + width + 1).filter((point) => point.complete)
    const total = near.reduce((sum, point) => sum + point.total, 0)
    if (total === 0) return null
    return Math.round((near.reduce((sum, point) => sum + point.papers, 0) / total) * 1e6) / 1e6
  })
}
