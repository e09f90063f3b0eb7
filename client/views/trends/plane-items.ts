import type { PlaneItem } from '../../../shared/charts/plane-layout.ts'
import { formatPeriod } from '../../../shared/format.ts'
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
    // Growth over all time says nothing of what rose and fell: its peak stands beside it.
    const name = verdict === 'peaked' && item.peak !== null ? `${label} (${formatPeriod(item.peak)})` : label
    return [
      {
        id: series[place].id,
        label: name,
        color: series[place].color,
        papers,
        size,
        sure,
        votes: votesOf(item),
        peaked: verdict === 'peaked',
      },
    ]
  })
}
