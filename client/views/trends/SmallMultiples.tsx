import { useMemo } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import { plural } from '../../../shared/format.ts'
import type { Bin } from '../../../shared/period.ts'
import type { AnalysisTrends, TrendItem } from '../../../shared/trend.ts'
import { topicId } from '../../hooks/use-trend-series.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { VerdictMark } from '../parts/VerdictMark.tsx'
import { byVerdict } from './by-verdict.ts'
import classes from './SmallMultiples.module.css'

interface SmallMultiplesProps {
  trends: AnalysisTrends
  pinned: readonly number[]
  onPin: (topic: number) => void
}

/** Every topic's line in a small chart, those that move first; a click pins it to the tall chart. */
export function SmallMultiples({ trends, pinned, onPin }: SmallMultiplesProps) {
  const topics = useMemo(
    () => byVerdict(trends.items.filter((item) => item.kind === 'topic' && item.id !== 0)),
    [trends],
  )
  return (
    <section className={classes.section} aria-label="All topics">
      <h2>All topics</h2>
      <ul className={classes.grid}>
        {topics.map((item) => (
          <li key={item.id}>
            <Small item={item} bin={trends.bin} pinned={pinned.includes(item.id)} onPin={() => onPin(item.id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SmallProps {
  item: TrendItem
  bin: Bin
  pinned: boolean
  onPin: () => void
}

function Small({ item, bin, pinned, onPin }: SmallProps) {
  const colour = topicColor(item.id)
  const line = { id: topicId(item.id), label: item.label, color: colour, points: item.points }
  const { series } = leaveOutSparseStart([line])
  return (
    <button type="button" className={classes.small} aria-pressed={pinned} onClick={onPin}>
      <span className={classes.name}>
        <Swatch colour={colour} hollow={!pinned} />
        {item.label}
      </span>
      <span className={classes.facts}>
        {plural(item.papers, 'paper')} <VerdictMark verdict={item.verdict} judged={{ of: item, bin }} plain />
      </span>
      <span aria-hidden className={classes.chart}>
        <TrendChart
          series={series}
          width={220}
          height={92}
          endLabels={false}
          dots="never"
          tooltips={false}
          fontSize={11}
        />
      </span>
    </button>
  )
}
