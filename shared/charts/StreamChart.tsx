import type { ReactElement } from 'react'
import { formatPoint } from '../format.ts'
import type { TrendPoint } from '../trend.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { describeTrends } from './describe-trends.ts'
import { CHART_COLORS } from './palette.ts'
import { streamLayout, type StreamBand } from './stream-layout.ts'
import { StreamPoints } from './StreamPoints.tsx'
import { TimeAxes, ToDate } from './TimeAxes.tsx'
import type { TrendMode, TrendSeries } from './trend-series.ts'

export interface StreamChartProps {
  series: readonly TrendSeries[]
  /** Pixels. */
  width?: number
  height?: number
  /** Default `share`. */
  mode?: TrendMode
  /** Id of the series that stands out; the others step back. */
  selected?: string | null
  /** Pixels, default 12. */
  fontSize?: number
  /** What the chart is, for screen readers; the description is written from the data. */
  title?: string
  /** A click on a band: the period that is nearest to the pointer. */
  onPoint?: (series: TrendSeries, point: TrendPoint) => void
  onHover?: (seriesId: string | null) => void
}

/** Series as bands of one stream: as thick as their share, named where there is room. */
export function StreamChart(props: StreamChartProps): ReactElement {
  const { series, width = 720, height = 420, mode = 'share', selected = null, fontSize = 12, onPoint, onHover } = props
  const layout = streamLayout(series, { width, height, mode, fontSize })
  return (
    <ChartFrame
      width={width}
      height={height}
      fontSize={fontSize}
      label={`${props.title ?? 'Stream'}. ${describeTrends(series, mode)}`}
      live={onPoint !== undefined}
    >
      {layout.bands.map((band) => (
        <path
          key={band.series.id}
          d={band.path}
          fill={band.series.color}
          fillOpacity={selected === null ? 0.82 : selected === band.series.id ? 1 : 0.2}
          stroke={CHART_COLORS.paper}
          strokeWidth={0.75}
          {...(onPoint === undefined
            ? {}
            : {
                style: { cursor: 'pointer' },
                onClick: (event: Click) => {
                  const point = nearest(band, placeOf(event, width))
                  if (point !== null) onPoint(band.series, point)
                },
              })}
          {...(onHover === undefined
            ? {}
            : { onPointerEnter: () => onHover(band.series.id), onPointerLeave: () => onHover(null) })}
        >
          <title>{bandText(band)}</title>
        </path>
      ))}
      <g pointerEvents="none">
        {layout.bands.map(
          ({ series: one, label }) =>
            label !== null && (
              <text
                key={one.id}
                x={label.x}
                y={label.y}
                dy="0.35em"
                textAnchor="middle"
                fontWeight={550}
                fill={CHART_COLORS.ink}
                stroke={CHART_COLORS.paper}
                strokeOpacity={0.8}
                strokeWidth={3}
                strokeLinejoin="round"
                paintOrder="stroke"
                opacity={selected === null || selected === one.id ? 1 : 0.25}
              >
                {label.text}
              </text>
            ),
        )}
      </g>
      <ToDate frame={layout} fontSize={fontSize} />
      <TimeAxes frame={layout} fontSize={fontSize} />
      {layout.scale !== null && (
        <g aria-hidden="true">
          <path
            d={`M${layout.scale.x + 6} ${layout.scale.y1}h-6V${layout.scale.y0}h6`}
            fill="none"
            stroke={CHART_COLORS.muted}
          />
          <text
            x={layout.scale.x + 8}
            y={(layout.scale.y0 + layout.scale.y1) / 2}
            dy="0.35em"
            fill={CHART_COLORS.muted}
            fontSize={fontSize - 1}
          >
            {layout.scale.label}
          </text>
        </g>
      )}
      {onPoint && <StreamPoints bands={layout.bands} onPoint={onPoint} {...(onHover && { onHover })} />}
    </ChartFrame>
  )
}

/** What a click tells; named here because these drawings are also made where there is no page. */
interface Click {
  clientX: number
  currentTarget: unknown
}

interface Drawing {
  ownerSVGElement: { getBoundingClientRect: () => { left: number; width: number } } | null
}

/** The pointer's place in the drawing, whatever its size on the screen. */
function placeOf({ clientX, currentTarget }: Click, width: number): number {
  const box = (currentTarget as Drawing).ownerSVGElement?.getBoundingClientRect()
  return box === undefined || box.width === 0 ? 0 : ((clientX - box.left) / box.width) * width
}

function nearest({ edges }: StreamBand, x: number): TrendPoint | null {
  const known = edges.filter((edge) => edge.point !== null)
  if (known.length === 0) return null
  return known.reduce((best, edge) => (Math.abs(edge.x - x) < Math.abs(best.x - x) ? edge : best)).point
}

function bandText({ series, edges }: StreamBand): string {
  const points = edges.flatMap(({ point }) => (point === null ? [] : [point]))
  if (points.length === 0) return series.label
  const peak = points.reduce((best, point) => ((point.share ?? 0) > (best.share ?? 0) ? point : best))
  return `${series.label}: highest with ${formatPoint(peak)}; last ${formatPoint(points.at(-1)!)}`
}
