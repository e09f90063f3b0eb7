import type { ReactElement } from 'react'
import { describeTrends } from './describe-trends.ts'
import { CHART_COLORS } from './palette.ts'
import { TrendLines } from './TrendLines.tsx'
import { trendLayout } from './trend-layout.ts'
import type { TrendLayout } from './trend-layout.ts'
import type { TrendChartProps } from './trend-chart-props.ts'

/** Shares per period as lines that are named at their ends. */
export function TrendChart(props: TrendChartProps): ReactElement {
  const { series, width = 720, height = 320, mode = 'share', selected = null, endLabels = true, fontSize = 12 } = props
  const layout = trendLayout(series, { width, height, mode, selected, endLabels, fontSize })
  const description = describeTrends(series, mode)
  const role = props.onPoint === undefined ? 'img' : 'group'
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={role}
      aria-label={`${props.title ?? 'Trend'}. ${description}`}
      style={{ maxWidth: '100%', height: 'auto', display: 'block' }}
      fontSize={fontSize}
    >
      <ToDate layout={layout} fontSize={fontSize} />
      <Axes layout={layout} fontSize={fontSize} />
      <TrendLines layout={layout} {...props} selected={selected} />
    </svg>
  )
}

function Axes({ layout, fontSize }: { layout: TrendLayout; fontSize: number }): ReactElement {
  const { plot } = layout
  return (
    <g fill={CHART_COLORS.muted} style={{ fontVariantNumeric: 'tabular-nums' }} aria-hidden="true">
      {layout.yTicks.map((tick, index) => (
        <g key={tick.label}>
          <path
            d={`M${plot.left} ${tick.y}H${plot.right}`}
            stroke={index === 0 ? CHART_COLORS.muted : CHART_COLORS.grid}
            strokeOpacity={index === 0 ? 0.6 : 1}
          />
          <text x={plot.left - 8} y={tick.y} dy="0.35em" textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      {layout.xTicks.map((tick) => (
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

function ToDate({ layout, fontSize }: { layout: TrendLayout; fontSize: number }): ReactElement | null {
  const { toDate, plot } = layout
  if (toDate === null) return null
  return (
    <g aria-hidden="true">
      <path d={toDate.strokes} stroke={CHART_COLORS.grid} strokeWidth={1} fill="none" />
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
