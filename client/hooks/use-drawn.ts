import { useMemo } from 'react'
import { cutToStart } from '../../shared/charts/same-start.ts'
import { smoothSeries } from '../../shared/charts/smooth-series.ts'
import type { TrendSeries } from '../../shared/charts/trend-series.ts'
import { leaveOutSparseStart } from '../../shared/charts/trend-span.ts'
import { useLink } from '../state/link.ts'
import { spanOfPoints } from './span-of-points.ts'

export interface Drawn {
  /** What the chart draws. */
  series: TrendSeries[]
  /** The papers that the drawing leaves out because they lie in a sparse beginning, and where it begins. */
  sparse: { papers: number; from: string | null }
  /** Names of lines that never have as many papers as a common start asks for. */
  never: string[]
}

/**
 * Series as the link wants them drawn: smoothed over complete periods first, then cut to the brushed stretch or to where papers are dense,
 * then to a common start where `startable`.
 */
export function useDrawn(series: readonly TrendSeries[], startable = false): Drawn {
  const [{ from, to, smooth, start, whole }] = useLink()
  return useMemo(() => {
    const smoothed = smoothSeries(series, Number(smooth))
    const brushed = from !== null || to !== null
    const dense = leaveOutSparseStart(smoothed)
    const cut = brushed
      ? smoothed.map((one) => ({ ...one, points: spanOfPoints(one.points, from, to) }))
      : whole
        ? smoothed
        : dense.series
    const sparse = brushed ? { papers: 0, from: null } : { papers: dense.papers, from: dense.from }
    const least = Number(start)
    if (!startable || least === 0) return { series: cut, sparse, never: [] }
    // One paper of a sparse year would stretch the axis over decades in which nothing is known.
    const { series: begun, none } = cutToStart(cut, least)
    return { series: begun, sparse, never: none }
  }, [series, from, to, smooth, start, whole, startable])
}
