import type { ReactElement } from 'react'
import { formatPoint } from '../format.ts'
import type { TrendPoint } from '../trend.ts'
import { CHART_COLORS } from './palette.ts'
import { round } from './round.ts'
import type { StreamBand } from './stream-layout.ts'
import type { TrendSeries } from './trend-series.ts'
import { usePointKeys } from './use-point-keys.ts'

interface StreamPointsProps {
  bands: readonly StreamBand[]
  onPoint: (series: TrendSeries, point: TrendPoint) => void
  onHover?: (seriesId: string | null) => void
}

/** What the keyboard steps over in a stream: every period of every band that has papers, unseen until it has the focus. */
export function StreamPoints({ bands, onPoint, onHover }: StreamPointsProps): ReactElement {
  const rows = bands.map(({ series, edges }) => ({
    series,
    points: edges.flatMap(({ x, y0, y1, point }) =>
      point === null || point.papers === 0 ? [] : [{ x, y: round((y0 + y1) / 2), point }],
    ),
  }))
  const keys = usePointKeys(
    rows.map(({ series, points }) => ({ id: series.id, periods: points.map(({ point }) => point.period) })),
    onHover,
  )
  return (
    <g pointerEvents="none">
      {rows.map(({ series, points }) =>
        points.map(({ x, y, point }) => (
          <circle
            key={`${series.id}|${point.period}`}
            cx={x}
            cy={y}
            r={5}
            fill={CHART_COLORS.paper}
            fillOpacity={0}
            {...keys(series.id, point.period, {
              name: `${series.label}: ${formatPoint(point)}${point.complete ? '' : ', to date'}`,
              act: () => onPoint(series, point),
            })}
          />
        )),
      )}
    </g>
  )
}
