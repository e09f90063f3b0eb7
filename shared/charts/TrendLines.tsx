import type { ReactElement } from 'react'
import { formatInterval, formatPoint, plural } from '../format.ts'
import { CHART_COLORS, textColor } from './palette.ts'
import type { TrendDot, TrendLayout, TrendLine } from './trend-layout.ts'
import type { TrendChartProps } from './trend-chart-props.ts'
import { usePointKeys } from './use-point-keys.ts'

type LinesProps = TrendChartProps & { layout: TrendLayout; selected: string | null }

/**
 * The lines of a trend chart with their intervals, points and names; all but the selected one are dimmed. Their order never changes: an
 * element that moves between the press and the release of a button gets no click.
 */
export function TrendLines(props: LinesProps): ReactElement {
  const { layout, selected } = props
  const keys = usePointKeys(
    layout.lines.map(({ series: { id }, dots }) => ({ id, periods: dots.map(({ point }) => point.period) })),
    props.onHover,
  )
  const isSelected = (one: TrendLine): boolean => one.series.id === selected
  return (
    <g fill="none" strokeLinejoin="round" strokeLinecap="round">
      {layout.lines.map((one) => (
        <OneLine key={one.series.id} {...props} keys={keys} one={one} dimmed={selected !== null && !isSelected(one)} />
      ))}
    </g>
  )
}

type OneLineProps = LinesProps & { one: TrendLine; dimmed: boolean; keys: ReturnType<typeof usePointKeys> }

function OneLine(props: OneLineProps): ReactElement {
  const { one, dimmed, selected, onHover } = props
  const { color, id } = one.series
  const width = id === selected ? 2.5 : 1.75
  return (
    <g
      opacity={dimmed ? 0.18 : undefined}
      {...(onHover === undefined ? {} : { onPointerEnter: () => onHover(id), onPointerLeave: () => onHover(null) })}
    >
      {one.bandPath !== '' && <path d={one.bandPath} fill={color} fillOpacity={0.14} stroke="none" />}
      <path d={one.path} stroke={color} strokeWidth={width} />
      {one.toDatePath !== '' && <path d={one.toDatePath} stroke={color} strokeWidth={width} strokeDasharray="1 4" />}
      {/* A wide unseen line makes a thin one easy to hit. */}
      {onHover !== undefined && (
        <path d={one.path} stroke={color} strokeOpacity={0} strokeWidth={14} pointerEvents="stroke" />
      )}
      <Dots {...props} />
      {one.label !== null && (
        <EndLabel label={one.label} color={color} bold={id === selected} full={one.series.label} />
      )}
    </g>
  )
}

function EndLabel(props: {
  label: NonNullable<TrendLine['label']>
  color: string
  bold: boolean
  full: string
}): ReactElement {
  const { label, color } = props
  return (
    <g aria-hidden="true">
      {/* From the line's end to its name, where the name had to move. */}
      <path
        d={`M${label.from.x + 4} ${label.from.y}L${label.x - 4} ${label.y}`}
        stroke={color}
        strokeOpacity={0.45}
        strokeWidth={1}
      />
      <text
        x={label.x}
        y={label.y}
        dy="0.35em"
        fill={textColor(color)}
        fontWeight={props.bold ? 650 : 500}
        stroke={CHART_COLORS.paper}
        strokeOpacity={0.8}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {label.text}
        {label.text !== props.full && <title>{props.full}</title>}
      </text>
    </g>
  )
}

function Dots(props: OneLineProps): ReactElement {
  const { one, layout, dots = 'auto', tooltips = true, onPoint, dimmed } = props
  const visible = dots === 'always' || (dots === 'auto' && layout.step >= 14)
  const last = one.dots.findLastIndex((dot) => !dot.thin)
  return (
    <g>
      {one.dots.map((dot, index) => {
        const name = pointText(one.series.label, dot)
        const alone = isAlone(one, index)
        const shown = visible || (!dot.thin && (alone || index === last))
        return (
          <g key={dot.point.period}>
            {shown && (
              <circle
                cx={dot.x}
                cy={dot.y}
                // Among many periods, a dot that no line shows is hardly larger than a line is wide.
                r={!visible && alone && index !== last ? 1.25 : 2.5}
                // Where the line is smoothed, the points still say what was counted.
                opacity={dot.thin || dot.point.smoothed != null ? 0.35 : undefined}
                stroke={one.series.color}
                strokeWidth={1.5}
                fill={dot.point.complete && !dot.thin ? one.series.color : CHART_COLORS.paper}
              />
            )}
            {((tooltips && !dimmed) || onPoint) && (
              <circle
                cx={dot.x}
                cy={dot.y}
                r={Math.max(6, Math.min(11, layout.step / 2))}
                fill={CHART_COLORS.paper}
                fillOpacity={0}
                {...(onPoint &&
                  props.keys(one.series.id, dot.point.period, { name, act: () => onPoint(one.series, dot.point) }))}
              >
                {tooltips && <title>{name}</title>}
              </circle>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** Whether a point has no neighbour with a value, so that no line shows it. */
function isAlone(one: TrendLine, index: number): boolean {
  const { point } = one.dots[index]
  const place = one.series.points.indexOf(point)
  const next = [one.series.points[place - 1], one.series.points[place + 1]]
  return next.every((neighbour) => neighbour === undefined || neighbour.total === 0)
}

function pointText(label: string, { point, thin }: TrendDot): string {
  const interval = formatInterval(point.low, point.high)
  const notes = [
    interval === '' ? '' : ` (95% interval ${interval})`,
    thin ? `, of only ${plural(point.total, 'paper')}` : '',
    point.complete ? '' : ', to date',
  ]
  return `${label}: ${formatPoint(point)}${notes.join('')}`
}
