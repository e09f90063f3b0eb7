import { scaleLinear } from 'd3'
import type { ReactElement } from 'react'
import type { TopicCount } from '../analysis.ts'
import { countsText } from '../topic-counts-text.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { CHART_COLORS } from './palette.ts'
import { round } from './round.ts'

export interface CountChartProps {
  counts: readonly TopicCount[]
  /** Colour of the number that was used. */
  color: string
  /** Pixels. */
  width?: number
  height?: number
  fontSize?: number
}

/**
 * The numbers of topics that were tried and how stable each is: topics to the right, stability upwards, between tenths. The number that was
 * used is a full disc; it and the numbers that other choices take are named below.
 */
export function CountChart({ counts, color, width = 300, height = 96, fontSize = 11 }: CountChartProps): ReactElement {
  const numbers = counts.map(({ topics }) => topics)
  const edge = 2.2 * fontSize
  const x = scaleLinear([Math.min(...numbers), Math.max(...numbers)], [edge, width - edge])
  const [low, high] = span(counts.map(({ stability }) => stability))
  const y = scaleLinear([low, high], [height - 2 * fontSize, fontSize])
  const places = counts.map((count) => ({ ...count, x: round(x(count.topics)), y: round(y(count.stability)) }))
  return (
    <ChartFrame
      width={width}
      height={height}
      fontSize={fontSize}
      label={`Stability of each number of topics: ${countsText(counts)}`}
    >
      {[low, high].map((value) => (
        <g key={value}>
          <path d={`M${edge} ${round(y(value))}H${width - 4}`} stroke={CHART_COLORS.grid} />
          <text x={edge - 6} y={round(y(value) + 0.35 * fontSize)} {...text(fontSize)} textAnchor="end">
            {value.toFixed(1)}
          </text>
        </g>
      ))}
      <path
        d={places.map((place, i) => `${i === 0 ? 'M' : 'L'}${place.x} ${place.y}`).join('')}
        fill="none"
        stroke={CHART_COLORS.muted}
        strokeWidth={1}
        opacity={0.6}
      />
      {places.map((place) => (
        <circle
          key={place.topics}
          cx={place.x}
          cy={place.y}
          r={place.chosen ? 4.5 : place.role === undefined ? 2 : 3.5}
          fill={place.chosen ? color : place.role === undefined ? CHART_COLORS.muted : CHART_COLORS.paper}
          stroke={place.role === undefined ? 'none' : color}
          strokeWidth={1.5}
        >
          <title>{countsText([place])}</title>
        </circle>
      ))}
      {places
        .filter(({ chosen, role }) => chosen || role !== undefined)
        .map(({ topics, x: at, chosen }) => (
          <text
            key={topics}
            x={at}
            y={height - 0.5 * fontSize}
            {...text(fontSize)}
            textAnchor="middle"
            fontWeight={chosen ? 650 : 400}
          >
            {topics}
          </text>
        ))}
    </ChartFrame>
  )
}

/** The tenths between which all values lie, at least two apart: differences of a few hundredths are what one looks for. */
function span(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1]
  const low = Math.floor(Math.min(...values) * 10 - 0.3)
  const high = Math.min(10, Math.ceil(Math.max(...values) * 10 + 0.3))
  return [Math.min(low, high - 2) / 10, high / 10]
}

function text(fontSize: number): { fontSize: number; fill: string } {
  return { fontSize, fill: CHART_COLORS.muted }
}
