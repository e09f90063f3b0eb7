import type { ReactElement } from 'react'
import { MISCELLANEOUS } from '../topic.ts'
import type { Theme, Topic } from '../topic.ts'
import { placeMapLabels } from './map-labels.ts'
import type { MapLabel } from './map-labels.ts'
import type { MapProjection } from './map-layout.ts'
import { CHART_COLORS, textColor, topicAccent } from './palette.ts'
import { round } from './round.ts'
import { shorten } from './text-width.ts'

/** What a map needs of a topic and of a theme to name them. */
export type NamedTopic = Pick<Topic, 'id' | 'label' | 'papers' | 'x' | 'y'>
export type NamedTheme = Pick<Theme, 'id' | 'label' | 'topics' | 'papers' | 'x' | 'y'>

interface MapLabelsProps {
  topics: readonly NamedTopic[]
  themes: readonly NamedTheme[]
  projection: MapProjection
  width: number
  height: number
  fontSize: number
  /** Dots to keep clear of, pixels. */
  dots: readonly { x: number; y: number }[]
}

interface NamedLabel extends MapLabel {
  /** Null for a theme. */
  topicId: number | null
}

/** The names on a map: themes first, then topics by size, each with a halo, none over another. */
export function MapLabels(props: MapLabelsProps): ReactElement {
  const { topics, themes, projection, width, height, fontSize, dots } = props
  const labels = [
    ...themeLabels(themes, projection, fontSize - 2),
    ...topicLabels(topics, projection, fontSize, width / 3),
  ]
  const named = new Map(labels.map((label) => [label.id, label]))
  return (
    <g
      textAnchor="middle"
      stroke={CHART_COLORS.paper}
      strokeOpacity={0.8}
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
      pointerEvents="none"
      aria-hidden="true"
    >
      {placeMapLabels(labels, width, height, { dots }).map((label) => {
        const { topicId } = named.get(label.id)!
        return (
          <text
            key={label.id}
            x={round(label.x)}
            y={round(label.y)}
            dy="0.35em"
            fontSize={label.fontSize}
            fontWeight={topicId === null ? 700 : 600}
            letterSpacing={label.spacing === undefined ? undefined : `${label.spacing}em`}
            fill={topicId === null ? CHART_COLORS.muted : textColor(topicAccent(topicId))}
          >
            {label.text}
          </text>
        )
      })}
    </g>
  )
}

/** A theme of one topic says nothing more than its topic, so it has no label. */
function themeLabels(themes: MapLabelsProps['themes'], projection: MapProjection, fontSize: number): NamedLabel[] {
  const many = themes.filter((theme) => theme.topics.length > 1)
  if (many.length < 2) return []
  return many.map((theme) => ({
    id: `theme-${theme.id}`,
    topicId: null,
    text: shorten(theme.label, fontSize, 240).toUpperCase(),
    x: projection.x(theme.x),
    y: projection.y(theme.y),
    fontSize,
    spacing: 0.06,
    bold: true,
    priority: 1e9 + theme.papers,
  }))
}

function topicLabels(
  topics: MapLabelsProps['topics'],
  projection: MapProjection,
  fontSize: number,
  maxWidth: number,
): NamedLabel[] {
  return topics
    .filter((topic) => topic.id !== MISCELLANEOUS)
    .map((topic) => ({
      id: `topic-${topic.id}`,
      topicId: topic.id,
      text: shorten(topic.label, fontSize, maxWidth),
      x: projection.x(topic.x),
      y: projection.y(topic.y),
      fontSize,
      bold: true,
      priority: topic.papers,
    }))
}
