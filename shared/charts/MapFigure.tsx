import type { ReactElement } from 'react'
import { plural } from '../format.ts'
import { MISCELLANEOUS } from '../topic.ts'
import { MapLabels } from './MapLabels.tsx'
import type { NamedTheme, NamedTopic } from './MapLabels.tsx'
import { dotPaths, fitMap, mapHeight } from './map-layout.ts'
import type { MapPoint, MapProjection } from './map-layout.ts'
import { CHART_COLORS, topicColor } from './palette.ts'
import { round } from './round.ts'

export interface MapFigureProps {
  points: readonly MapPoint[]
  topics: readonly NamedTopic[]
  themes: readonly NamedTheme[]
  /** Pixels, default 960. */
  width?: number
  /** Pixels; by default as tall as the shape of the points asks for. */
  height?: number
  /** Where a point leads, such as `#p12`; without it, and above `circles` papers, points are no links. */
  href?: (point: MapPoint) => string
  /** Most papers that are drawn as circles with a tooltip each; above, they become a few paths. Default 2,000. */
  circles?: number
  /** Pixels, default 13. */
  fontSize?: number
}

/** Pixels around the outermost papers. */
const MARGIN = 36

/** Most papers that the names keep clear of; among more, no place is free. */
const CLEAR = 400

/** The map standing still: papers in the colours of their topics, names that never overlap. */
export function MapFigure(props: MapFigureProps): ReactElement {
  const { points, topics, themes, width = 960, circles = 2000, fontSize = 13 } = props
  const height = props.height ?? mapHeight(points, width, MARGIN)
  const projection = fitMap(points, width, height, MARGIN)
  const dots =
    points.length > CLEAR ? [] : points.map((point) => ({ x: projection.x(point.x), y: projection.y(point.y) }))
  const names = topics.filter((topic) => topic.id !== MISCELLANEOUS).map((topic) => `${topic.label} (${topic.papers})`)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={props.href === undefined ? 'img' : 'group'}
      aria-label={`Map of ${plural(points.length, 'paper')} in ${plural(names.length, 'topic')}: ${names.join(', ')}.`}
      style={{ maxWidth: '100%', height: 'auto', display: 'block' }}
    >
      {points.length <= circles ? (
        <Circles {...props} projection={projection} />
      ) : (
        <Dots points={points} projection={projection} />
      )}
      <MapLabels
        topics={topics}
        themes={themes}
        projection={projection}
        width={width}
        height={height}
        fontSize={fontSize}
        dots={dots}
      />
    </svg>
  )
}

function Circles({ points, href, projection }: MapFigureProps & { projection: MapProjection }): ReactElement {
  const radius = round(Math.min(6, Math.max(2.2, 26 / Math.sqrt(points.length) + 1.6)))
  return (
    <g strokeWidth={1.25}>
      {points.map((point) => {
        const color = topicColor(point.topicId)
        const circle = (
          <circle
            key={point.id}
            cx={round(projection.x(point.x))}
            cy={round(projection.y(point.y))}
            r={radius}
            // Hollow: between two topics.
            fill={point.uncertain ? CHART_COLORS.paper : color}
            stroke={point.uncertain ? color : CHART_COLORS.paper}
          >
            <title>{point.title}</title>
          </circle>
        )
        return href === undefined ? (
          circle
        ) : (
          <a key={point.id} href={href(point)} tabIndex={-1} aria-label={point.title}>
            {circle}
          </a>
        )
      })}
    </g>
  )
}

function Dots({ points, projection }: { points: readonly MapPoint[]; projection: MapProjection }): ReactElement {
  const many = points.length > 10_000
  const cell = many ? 1.5 : 0.5
  return (
    <g
      fill="none"
      strokeLinecap="round"
      strokeWidth={(many ? 2 : 3.2) / cell}
      strokeOpacity={many ? 0.75 : 0.85}
      transform={`scale(${cell})`}
    >
      {dotPaths(points, projection, cell).map((dots, index) => (
        <path key={index} d={dots.path} stroke={topicColor(dots.topicId)} />
      ))}
    </g>
  )
}
