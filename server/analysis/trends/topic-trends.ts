import type { TrendItem } from '../../../shared/trend.ts'
import type { Dispersion } from './dispersion.ts'
import { followSeries, type Followed } from './follow.ts'
import { countByPeriod } from './share.ts'
import type { Timeline } from './timeline.ts'

/** A group of papers to follow over time. */
export interface TrendGroup {
  kind: TrendItem['kind']
  id: number
  label: string
  /** Numbers of its papers. */
  papers: readonly number[]
}

/** Tests the share of each group; `prior`: how much series of the collection vary. */
export function followGroups(timeline: Timeline, groups: readonly TrendGroup[], prior: Dispersion): Followed[] {
  return followSeries(
    timeline,
    groups.map(({ papers }) => countByPeriod(timeline, papers)),
    prior,
  )
}
