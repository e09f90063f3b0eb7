import type { ReactElement } from 'react'
import type { Burst, TrendPoint } from '../trend.ts'
import { burstBars } from './burst-layout.ts'
import { CHART_COLORS } from './palette.ts'
import { sparklineLayout } from './sparkline-layout.ts'
import type { TrendMode } from './trend-series.ts'

export interface SparklineProps {
  points: readonly TrendPoint[]
  color: string
  /** Pixels. */
  width?: number
  height?: number
  /** Default `share`. */
  mode?: TrendMode
  /** Value at the upper edge; default: the line's own highest. */
  top?: number
  /** Stretches that are drawn as bars below it. */
  bursts?: readonly Pick<Burst, 'from' | 'to'>[]
  /** What it shows, for screen readers; without it the drawing is hidden from them. */
  title?: string
}

/** A line over time in the size of a word: 0 at the bottom, a dot at its end. */
export function Sparkline(props: SparklineProps): ReactElement {
  const { points, color, width = 72, height = 18, mode, top, bursts = [], title } = props
  const layout = sparklineLayout(points, width, bursts.length > 0 ? height - 3 : height, mode, top)
  const step = points.length > 1 ? (width - 4) / (points.length - 1) : 0
  const bars = burstBars(
    [{ id: '', label: '', color, points, bursts }],
    points.map(({ period }) => period),
    { left: 2 - step / 2, step, top: height - 2 },
  )
  const hidden = title === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title }
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} fill="none" {...hidden}>
      <path d={`M2 ${height - 1.5}H${width - 2}`} stroke={CHART_COLORS.grid} />
      <g stroke={color} strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round">
        <path d={layout.path} />
        {layout.toDatePath !== '' && <path d={layout.toDatePath} strokeDasharray="0.5 3" />}
      </g>
      {bars.map((bar) => (
        <rect key={bar.from} x={bar.x} y={bar.y} width={bar.width} height={2} fill={color} />
      ))}
      {layout.end !== null && <circle cx={layout.end.x} cy={layout.end.y} r={2} fill={color} />}
    </svg>
  )
}
