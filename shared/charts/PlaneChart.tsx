import type { ReactElement } from 'react'
import { plural } from '../format.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { CHART_COLORS } from './palette.ts'
import { planeLayout, type PlaneArea, type PlaneDot, type PlaneItem } from './plane-layout.ts'
import { usePointKeys } from './use-point-keys.ts'

export interface PlaneChartProps {
  items: readonly PlaneItem[]
  /** What the upward axis says: `change of odds a year`. */
  growth: string
  /** One item in words, for its tooltip. */
  describe: (item: PlaneItem) => string
  /** Pixels. */
  width?: number
  height?: number
  /** Id of the item that stands out; the others step back. */
  selected?: string | null
  /** Pixels, default 12. */
  fontSize?: number
  /** What the area of a dot stands for; default papers. */
  area?: PlaneArea
  onPick?: (item: PlaneItem) => void
  onHover?: (id: string | null) => void
}

/** To the keyboard all dots are one row, the smallest first. */
const ROW = 'plane'

/**
 * How large things are and how fast they grow: full discs where that is more than chance would explain, with an eye where it rose and
 * fell, rings elsewhere.
 */
export function PlaneChart(props: PlaneChartProps): ReactElement {
  const { items, growth, width = 720, height = 460, selected = null, fontSize = 12, area = 'papers' } = props
  const layout = planeLayout(items, { width, height, fontSize, area })
  const { plot } = layout
  const byPapers = [...layout.dots].sort((a, b) => a.x - b.x).map(({ item }) => item.id)
  const keys = usePointKeys([{ id: ROW, periods: byPapers }])
  const muted = { fill: CHART_COLORS.muted, fontSize: fontSize - 1 }
  return (
    <ChartFrame
      width={width}
      height={height}
      fontSize={fontSize}
      label={`${plural(items.length, 'line')} by papers and ${growth}.`}
      live={props.onPick !== undefined}
    >
      <g aria-hidden="true" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {layout.yTicks.map(({ y, label }) => (
          <g key={label}>
            <path d={`M${plot.left} ${y}H${plot.right}`} stroke={CHART_COLORS.grid} />
            <text x={plot.left - 8} y={y} dy="0.35em" textAnchor="end" {...muted}>
              {label}
            </text>
          </g>
        ))}
        <path d={`M${plot.left} ${layout.zero}H${plot.right}`} stroke={CHART_COLORS.muted} strokeOpacity={0.6} />
        {layout.xTicks.map(({ x, label }) => (
          <g key={label}>
            <path d={`M${x} ${plot.bottom}v4`} stroke={CHART_COLORS.muted} strokeOpacity={0.6} />
            <text x={x} y={plot.bottom + fontSize + 4} textAnchor="middle" {...muted}>
              {label}
            </text>
          </g>
        ))}
        <text x={plot.right} y={height - 4} textAnchor="end" {...muted}>
          papers
        </text>
        <text x={2} y={fontSize - 1} {...muted}>
          {growth}
        </text>
        {layout.sizes.map(({ x, y, r, label }) => (
          <g key={label}>
            <circle cx={x} cy={y} r={r} fill="none" stroke={CHART_COLORS.muted} />
            <text x={x + r + 4} y={y} dy="0.35em" {...muted}>
              {label}
            </text>
          </g>
        ))}
      </g>
      {[...layout.dots]
        .sort((a, b) => b.r - a.r)
        .map((dot) => (
          <Dot
            key={dot.item.id}
            dot={dot}
            keys={keys}
            dimmed={selected !== null && selected !== dot.item.id}
            {...props}
          />
        ))}
      <g aria-hidden="true" pointerEvents="none">
        {layout.dots.map(
          ({ item, x, y, r }) =>
            item.peaked === true && <circle key={item.id} cx={x} cy={y} r={r * 0.35} fill={CHART_COLORS.paper} />,
        )}
        {layout.dots.map(
          ({ item, label }) =>
            label !== null && (
              <text
                key={item.id}
                x={label.x}
                y={label.y}
                dy="0.35em"
                textAnchor={label.anchor}
                fill={CHART_COLORS.ink}
                fontWeight={item.sure ? 550 : 400}
                opacity={selected === null || selected === item.id ? (item.sure ? 1 : 0.8) : 0.25}
              >
                {label.text}
              </text>
            ),
        )}
      </g>
    </ChartFrame>
  )
}

type DotProps = PlaneChartProps & { dot: PlaneDot; dimmed: boolean; keys: ReturnType<typeof usePointKeys> }

function Dot({ dot, dimmed, keys, describe, onPick, onHover }: DotProps) {
  const { item, x, y, r } = dot
  return (
    <circle
      cx={x}
      cy={y}
      r={r}
      fill={item.sure ? item.color : CHART_COLORS.paper}
      fillOpacity={item.sure ? 0.85 : 0.6}
      stroke={item.color}
      strokeWidth={1.5}
      opacity={dimmed ? 0.2 : undefined}
      {...(onPick && keys(ROW, item.id, { name: describe(item), act: () => onPick(item) }))}
      {...(onHover === undefined
        ? {}
        : { onPointerEnter: () => onHover(item.id), onPointerLeave: () => onHover(null) })}
    >
      <title>{describe(item)}</title>
    </circle>
  )
}
