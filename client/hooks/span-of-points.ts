import { periodSpan } from '../../shared/period-span.ts'
import { daysBetween } from './focus-mask.ts'

/** The points of periods that lie in a brushed stretch, wholly or in part; all where nothing is brushed. */
export function spanOfPoints<P extends { period: string }>(
  points: readonly P[],
  from: string | null,
  to: string | null,
): P[] {
  if (from === null && to === null) return [...points]
  const [first, last] = daysBetween(from, to)
  return points.filter(({ period }) => {
    const span = periodSpan(period)
    return span !== null && span.last >= first && span.first <= last
  })
}
