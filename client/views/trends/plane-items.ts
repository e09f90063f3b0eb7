import type { PlaneItem } from '../../../shared/charts/plane-layout.ts'
import type { TrendSeries } from '../../../shared/charts/trend-series.ts'
import type { TrendItem } from '../../../shared/trend.ts'

/**
 * The items that were tested, as they are placed on the plane; `series` are the same items in the same order, in their colours;
 * `votesOf` an item's votes a paper, null where they are not known.
 */
export function planeItems(
  items: readonly TrendItem[],
  series: readonly TrendSeries[],
  votesOf: (item: TrendItem) => number | null,
): PlaneItem[] {
  return items.flatMap((item, place) => {
    const { label, papers, size, verdict } = item
    if (size === null) return []
    const sure = verdict !== 'steady' && verdict !== 'not enough data'
    return [{ id: series[place].id, label, color: series[place].color, papers, size, sure, votes: votesOf(item) }]
  })
}
