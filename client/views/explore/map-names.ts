import type { MapColumns } from '../../../shared/map.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import type { MapName } from './map/label-layer.ts'

const MANY_TOPICS = 12
const THEMES_UNTIL = 1.7
const FEW_PAPERS = 400

type Reach = NonNullable<MapName['reach']>

/** The names on the map: themes first where there are many topics, then topics, then their terms as one zooms in. */
export function mapNames({ topics, themes }: TopicIndex, map: MapColumns): MapName[] {
  const reach = map.n <= FEW_PAPERS ? reachOf(map) : new Map<number, Reach>()
  const crowded = topics.length > MANY_TOPICS && themes.length > 1
  const themeNames: MapName[] = crowded
    ? themes.map(({ id, label, x, y, papers }) => ({
        id: `theme-${id}`,
        kind: 'theme',
        ref: id,
        text: label,
        detail: null,
        x,
        y,
        papers,
        minZoom: 0,
        maxZoom: THEMES_UNTIL,
      }))
    : []
  const topicNames = topics
    .filter((topic) => topic.id !== 0)
    .map(({ id, label, terms, x, y, papers }): MapName => ({
      id: `topic-${id}`,
      kind: 'topic',
      ref: id,
      text: label,
      detail: terms.filter((term) => term !== label).slice(0, 2).join(' · ') || null,
      x,
      y,
      papers,
      ...(reach.has(id) ? { reach: reach.get(id)! } : {}),
      minZoom: 0,
      maxZoom: Infinity,
    }))
  return [...themeNames, ...topicNames]
}

/** Lowest, highest and middle of each topic's points. */
function reachOf(map: MapColumns): Map<number, Reach> {
  const boxes = new Map<number, { minX: number; maxX: number; minY: number; maxY: number }>()
  for (let i = 0; i < map.n; i++) {
    const box = boxes.get(map.topic[i]!) ?? { minX: Infinity, maxX: -Infinity, minY: Infinity, maxY: -Infinity }
    box.minX = Math.min(box.minX, map.x[i]!)
    box.maxX = Math.max(box.maxX, map.x[i]!)
    box.minY = Math.min(box.minY, map.y[i]!)
    box.maxY = Math.max(box.maxY, map.y[i]!)
    boxes.set(map.topic[i]!, box)
  }
  return new Map(
    [...boxes].map(([topic, { minX, maxX, minY, maxY }]) => [topic, { minY, maxY, midX: (minX + maxX) / 2 }]),
  )
}
