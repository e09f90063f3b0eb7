import type { ReactElement } from 'react'
import { CHART_COLORS } from './palette.ts'
import type { TimeFrame } from './time-frame.ts'

interface TimeAxesProps {
  frame: TimeFrame
  fontSize: number
  /** A line across the plot at each value, default true. */
  hairlines?: boolean
}

/** The axes of a chart over time: values with hairlines where there are any, periods below. */
export function TimeAxes({ frame, fontSize, hairlines = true }: TimeAxesProps): ReactElement {
  const { plot } = frame
  return (
    <g fill={CHART_COLORS.muted} style={{ fontVariantNumeric: 'tabular-nums' }} aria-hidden="true">
      {frame.yTicks.map((tick, index) => (
        <g key={tick.label}>
          {hairlines && (
            <path
              d={`M${plot.left} ${tick.y}H${plot.right}`}
              stroke={index === 0 ? CHART_COLORS.muted : CHART_COLORS.grid}
              strokeOpacity={index === 0 ? 0.6 : 1}
            />
          )}
          <text x={plot.left - 8} y={tick.y} dy="0.35em" textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      {frame.xTicks.map((tick) => (
        <g key={tick.label}>
          <path d={`M${tick.x} ${plot.bottom}v4`} stroke={CHART_COLORS.muted} strokeOpacity={0.6} />
          <text x={tick.x} y={plot.bottom + fontSize + 6} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The hatched box of the periods that are not complete, with `to date` above it. */
export function ToDate({ frame, fontSize }: { frame: TimeFrame; fontSize: number }): ReactElement | null {
  const { toDate, plot } = frame
  if (toDate === null) return null
  return (
    <g aria-hidden="true">
      <path d={toDate.strokes} stroke={CHART_COLORS.grid} strokeWidth={1} fill="none" pointerEvents="none" />
      <text
        x={toDate.labelX}
        y={plot.top - 8}
        textAnchor={toDate.anchor}
        fill={CHART_COLORS.muted}
        fontSize={fontSize - 1}
      >
        to date
      </text>
    </g>
  )
}
