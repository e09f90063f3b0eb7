import type { MapColumns } from '../../../shared/map.ts'
import type { Topic } from '../../../shared/topic.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import type { MapName } from './map/label-layer.ts'

const MANY_TOPICS = 12
const THEMES_UNTIL = 1.7
const FEW_PAPERS = 400
const STRAY = 2.2

type Reach = NonNullable<MapName['reach']>

/** The names on the map: themes first where there are many topics, then topics, then their terms as one zooms in. */
export function mapNames({ topics, themes }: TopicIndex, map: MapColumns): MapName[] {
  const reach = map.n <= FEW_PAPERS ? reachOf(map, topics) : new Map<number, Reach>()
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
      detail:
        terms
          .filter((term) => term !== label)
          .slice(0, 2)
          .join(' · ') || null,
      x,
      y,
      papers,
      ...(reach.has(id) ? { reach: reach.get(id)! } : {}),
      minZoom: 0,
      maxZoom: Infinity,
    }))
  return [...themeNames, ...topicNames]
}

/** Lowest, highest and middle of each topic's points around its place; strays are left out, or names would follow them. */
function reachOf(map: MapColumns, topics: readonly Topic[]): Map<number, Reach> {
  const reaches = new Map<number, Reach>()
  for (const { id, x, y } of topics) {
    const points: { x: number; y: number; away: number }[] = []
    for (let i = 0; i < map.n; i++) {
      if (map.topic[i] !== id) continue
      points.push({ x: map.x[i], y: map.y[i], away: Math.hypot(map.x[i] - x, map.y[i] - y) })
    }
    if (points.length === 0) continue
    points.sort((a, b) => a.away - b.away)
    const usual = points[Math.floor((points.length - 1) / 2)].away
    const near = points.filter((point) => point.away <= Math.max(usual * STRAY, points[0].away))
    const xs = near.map((point) => point.x)
    const ys = near.map((point) => point.y)
    const midX = (Math.min(...xs) + Math.max(...xs)) / 2
    reaches.set(id, { minY: Math.min(...ys), maxY: Math.max(...ys), midX })
  }
  return reaches
}
