import { useRef } from 'react'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import type { Topic } from '../../../shared/topic.ts'
import type { AnalysisTrends, TrendItem } from '../../../shared/trend.ts'
import { topicSeries } from '../../hooks/use-trend-series.ts'
import { Notes } from '../../ui/Notes.tsx'
import { useWidth } from '../../ui/use-size.ts'
import { TakeAway } from '../parts/TakeAway.tsx'
import { judgedText, VERDICT_MEANS } from '../parts/verdict.ts'
import { seriesCsv, seriesJson } from '../trends/series-files.ts'
import classes from './TopicView.module.css'

interface TopicTrendProps {
  topic: Topic
  /** Absent for Miscellaneous, which has no line. */
  trend: TrendItem | undefined
  trends: AnalysisTrends
}

/** Where a topic is going: its verdict, its line, and what may forge it. */
export function TopicTrend({ topic, trend, trends }: TopicTrendProps) {
  const [frame, width] = useWidth<HTMLDivElement>()
  const chart = useRef<HTMLDivElement>(null)
  const series = trend === undefined ? [] : [topicSeries(trend)]
  return (
    <section>
      <div className={classes.heading}>
        <h2>Over time</h2>
        {trend && (
          <TakeAway
            chart={chart}
            csv={() => seriesCsv(series)}
            json={() => seriesJson(series, trends.bin)}
            title={`${topic.label} over time`}
          />
        )}
      </div>
      <p className={classes.dim}>
        {topic.verdict}: {VERDICT_MEANS[topic.verdict]}
        {trend && trend.size !== null && ` (${judgedText(trend, trends.bin)})`}
      </p>
      <div ref={frame} className={classes.chart}>
        <div ref={chart}>
          {trend && width > 0 && (
            <TrendChart
              series={leaveOutSparseStart(series).series}
              width={width}
              height={220}
              endLabels={false}
              title={`${topic.label} over time`}
            />
          )}
        </div>
      </div>
      <Notes notes={trends.notes} />
    </section>
  )
}
