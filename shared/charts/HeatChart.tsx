import type { ReactElement } from 'react'
import { formatPercent, formatPeriod, plural } from '../format.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { heatLayout, type HeatCell, type HeatRow } from './heat-layout.ts'
import { CHART_COLORS } from './palette.ts'
import { round } from './round.ts'
import { usePointKeys } from './use-point-keys.ts'

export interface HeatChartProps {
  rows: readonly HeatRow[]
  periods: readonly string[]
  /** Colour of the strongest cell. */
  color: string
  /** What a share is a share of: `of ACL`; told in tooltips. */
  describe: (row: HeatRow) => string
  title: string
  /** Pixels. */
  width?: number
  /** Pixels, default 12. */
  fontSize?: number
  onCell?: (row: HeatRow, period: string) => void
}

const ROW = 22

/** Rows over time, each cell as strong as its share; empty where there is no paper. */
export function HeatChart(props: HeatChartProps): ReactElement {
  const { rows, periods, color, width = 720, fontSize = 12, title, onCell, describe } = props
  const layout = heatLayout(rows, periods, { width, rowHeight: ROW, fontSize })
  const keys = usePointKeys(
    layout.rows.map(({ row, cells }) => ({ id: row.id, periods: cells.filter(leads).map(({ period }) => period) })),
  )
  const gap = Math.min(2, layout.step * 0.1)
  return (
    <ChartFrame
      width={width}
      height={layout.height}
      fontSize={fontSize}
      label={`${title}: ${plural(rows.length, 'row')} over ${plural(periods.length, 'period')}.`}
      live={onCell !== undefined}
    >
      {layout.rows.map(({ row, text, y, cells }) => (
        <g key={row.id}>
          <text x={layout.left - 10} y={y + ROW / 2} dy="0.35em" textAnchor="end" fill={CHART_COLORS.ink}>
            {text}
            {text !== row.label && <title>{row.label}</title>}
          </text>
          {cells.map(
            (cell) =>
              cell.total > 0 && (
                <rect
                  key={cell.period}
                  x={cell.x}
                  y={y + 1}
                  width={round(Math.max(1, layout.step - gap))}
                  height={ROW - 2}
                  rx={2}
                  fill={cell.papers === 0 ? CHART_COLORS.grid : color}
                  fillOpacity={cell.papers === 0 ? 0.5 : round2(0.12 + 0.88 * cell.strength) * (cell.thin ? 0.5 : 1)}
                  {...(onCell &&
                    leads(cell) &&
                    keys(row.id, cell.period, {
                      name: cellText(row, cell, describe(row)),
                      act: () => onCell(row, cell.period),
                    }))}
                >
                  <title>{cellText(row, cell, describe(row))}</title>
                </rect>
              ),
          )}
        </g>
      ))}
      <g fill={CHART_COLORS.muted} style={{ fontVariantNumeric: 'tabular-nums' }} aria-hidden="true">
        {layout.ticks.map(({ x, label }) => (
          <text key={label} x={x} y={layout.height - 4} textAnchor="middle">
            {label}
          </text>
        ))}
      </g>
    </ChartFrame>
  )
}

/** Whether a cell has papers to show. */
const leads = ({ papers }: HeatCell): boolean => papers > 0

function round2(value: number): number {
  return Math.round(value * 100) / 100
}

function cellText(row: HeatRow, { papers, total, share, period, thin }: HeatCell, of: string): string {
  const part = share === null ? '' : `, ${formatPercent(share)} of ${plural(total, 'paper')} ${of}`
  return `${row.label}, ${formatPeriod(period)}: ${plural(papers, 'paper')}${part}${thin ? ' (too few to say much)' : ''}`
}
