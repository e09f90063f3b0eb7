import type { ReactElement } from 'react'
import { formatPeriod } from '../format.ts'
import type { BurstBar } from './burst-layout.ts'

/** Bars for the stretches in which a line runs at twice its usual share or more. */
export function BurstBars({ bars, selected }: { bars: readonly BurstBar[]; selected: string | null }): ReactElement {
  return (
    <g aria-hidden="true">
      {bars.map((bar) => (
        <rect
          key={`${bar.seriesId} ${bar.from}`}
          x={bar.x}
          y={bar.y}
          width={bar.width}
          height={4}
          rx={2}
          fill={bar.color}
          opacity={selected !== null && selected !== bar.seriesId ? 0.18 : 0.8}
        >
          <title>{`${bar.label}: burst from ${formatPeriod(bar.from)} to ${formatPeriod(bar.to)}`}</title>
        </rect>
      ))}
    </g>
  )
}
