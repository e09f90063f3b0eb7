import type { ReactElement } from 'react'
import { describeTrends } from './describe-trends.ts'
import { BurstBars } from './BurstBars.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { TimeAxes, ToDate } from './TimeAxes.tsx'
import { TrendLines } from './TrendLines.tsx'
import { trendLayout } from './trend-layout.ts'
import type { TrendChartProps } from './trend-chart-props.ts'

/** Shares per period as lines that are named at their ends. */
export function TrendChart(props: TrendChartProps): ReactElement {
  const { series, width = 720, height = 320, mode = 'share', selected = null, endLabels = true, fontSize = 12 } = props
  const layout = trendLayout(series, {
    width,
    height,
    mode,
    selected,
    endLabels,
    fontSize,
    sameStart: props.sameStart ?? false,
  })
  return (
    <ChartFrame
      width={width}
      height={height}
      fontSize={fontSize}
      label={`${props.title ?? 'Trend'}. ${describeTrends(series, mode)}`}
      live={props.onPoint !== undefined}
    >
      <ToDate frame={layout} fontSize={fontSize} />
      <TimeAxes frame={layout} fontSize={fontSize} />
      <BurstBars bars={layout.bursts} selected={selected} />
      <TrendLines layout={layout} {...props} selected={selected} />
    </ChartFrame>
  )
}
