import type { TopicIndex } from '../../hooks/use-analysis.ts'
import type { MapName } from './map/label-layer.ts'

const MANY_TOPICS = 12
const THEMES_UNTIL = 1.7

/** The names on the map: themes first where there are many topics, then topics, then their terms as one zooms in. */
export function mapNames({ topics, themes }: TopicIndex): MapName[] {
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
      minZoom: 0,
      maxZoom: Infinity,
    }))
  return [...themeNames, ...topicNames]
}
