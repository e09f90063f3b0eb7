import type { ReactElement } from 'react'
import { formatPoint } from '../format.ts'
import type { TrendPoint } from '../trend.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { describeTrends } from './describe-trends.ts'
import { CHART_COLORS, textColor } from './palette.ts'
import { rankLayout, type RankLine } from './rank-layout.ts'
import { TimeAxes, ToDate } from './TimeAxes.tsx'
import type { TrendMode, TrendSeries } from './trend-series.ts'
import { usePointKeys } from './use-point-keys.ts'

export interface RankChartProps {
  series: readonly TrendSeries[]
  /** Pixels. */
  width?: number
  height?: number
  /** Default `share`. */
  mode?: TrendMode
  /** Ranks that are shown, default 12. */
  ranks?: number
  /** Id of the series that stands out; the others step back. */
  selected?: string | null
  /** Pixels, default 12. */
  fontSize?: number
  /** What the chart is, for screen readers; the description is written from the data. */
  title?: string
  onPoint?: (series: TrendSeries, point: TrendPoint) => void
  onHover?: (seriesId: string | null) => void
}

/** Who is first, second, third in each period. */
export function RankChart(props: RankChartProps): ReactElement {
  const { series, width = 720, height = 420, mode = 'share', ranks = 12, selected = null, fontSize = 12 } = props
  const layout = rankLayout(series, { width, height, mode, ranks, fontSize })
  const keys = usePointKeys(
    layout.lines.map(({ series: { id }, dots }) => ({ id, periods: dots.map(({ point }) => point.period) })),
    props.onHover,
  )
  return (
    <ChartFrame
      width={width}
      height={height}
      fontSize={fontSize}
      label={`${props.title ?? 'Ranks'}. ${describeTrends(series, mode)}`}
      live={props.onPoint !== undefined}
    >
      <ToDate frame={layout} fontSize={fontSize} />
      <TimeAxes frame={layout} fontSize={fontSize} hairlines={false} />
      {/* In one order, whatever is selected: an element that moves while a button is pressed gets no click. */}
      {layout.lines.map((one) => (
        <OneRank key={one.series.id} one={one} keys={keys} {...props} selected={selected} />
      ))}
    </ChartFrame>
  )
}

/** Keeps a name readable over lines. */
const halo = {
  stroke: CHART_COLORS.paper,
  strokeOpacity: 0.8,
  strokeWidth: 4,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
} as const

type OneRankProps = RankChartProps & { one: RankLine; keys: ReturnType<typeof usePointKeys> }

function OneRank({ one, keys, selected, onPoint, onHover }: OneRankProps): ReactElement {
  const { series, path, stubs, dots, label } = one
  const last = dots.at(-1)
  const picked = series.id === selected
  return (
    <g
      opacity={selected != null && !picked ? 0.15 : 1}
      {...(onHover === undefined
        ? {}
        : { onPointerEnter: () => onHover(series.id), onPointerLeave: () => onHover(null) })}
    >
      <path d={path} fill="none" stroke={series.color} strokeWidth={picked ? 4 : 2.5} strokeLinecap="round" />
      <path d={stubs} fill="none" stroke={series.color} strokeWidth={2.5} strokeOpacity={0.35} strokeLinecap="round" />
      {dots.map(({ x, y, rank, point }) => {
        const name = `${series.label}: number ${rank}, ${formatPoint(point)}${point.complete ? '' : ', to date'}`
        return (
          <circle
            key={point.period}
            cx={x}
            cy={y}
            r={4.5}
            fill={point.complete ? series.color : CHART_COLORS.paper}
            stroke={point.complete ? CHART_COLORS.paper : series.color}
            strokeWidth={1.5}
            {...(onPoint && keys(series.id, point.period, { name, act: () => onPoint(series, point) }))}
          >
            <title>{name}</title>
          </circle>
        )
      })}
      {picked && label === null && last !== undefined && (
        <text x={last.x + 10} y={last.y} dy="0.35em" {...halo} fill={textColor(series.color)} fontWeight={650}>
          {series.label}
        </text>
      )}
      {label !== null && (
        <text x={label.x} y={label.y} dy="0.35em" fill={textColor(series.color)} fontWeight={picked ? 650 : 500}>
          {label.text}
          {label.text !== series.label && <title>{series.label}</title>}
        </text>
      )}
    </g>
  )
}
