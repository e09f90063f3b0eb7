import { distinctAccents, seriesColor, topicColor } from '../../shared/charts/palette.ts'
import type { TrendSeries } from '../../shared/charts/trend-series.ts'
import { MISCELLANEOUS } from '../../shared/topic.ts'
import type { TrendItem } from '../../shared/trend.ts'
import { topicId } from './use-trend-series.ts'

export type Level = TrendItem['kind']

/** Id of a line: `topic-3`, `theme-2`. */
export function itemId({ kind, id }: Pick<TrendItem, 'kind' | 'id'>): string {
  return kind === 'topic' ? topicId(id) : `theme-${id}`
}

/** All topics, or all themes, as series; Miscellaneous and the empty theme are none. */
export function overviewItems(items: readonly TrendItem[], level: Level): TrendItem[] {
  return items.filter(({ kind, id, papers }) => kind === level && id !== MISCELLANEOUS && papers > 0)
}

/** Those items as lines in their colours: topics have their own, themes take the loud ones in turn. */
export function overviewSeries(items: readonly TrendItem[]): TrendSeries[] {
  const few = items.length <= 8 && items.every(({ kind }) => kind === 'topic')
  const accents = few ? distinctAccents(items.map(({ id }) => id)) : []
  return items.map((item, place) => ({
    id: itemId(item),
    label: item.label,
    color: item.kind === 'theme' ? seriesColor(place) : (accents[place] ?? topicColor(item.id)),
    points: item.points,
    bursts: item.bursts,
  }))
}
