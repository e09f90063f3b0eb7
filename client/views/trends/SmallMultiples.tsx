import { useMemo } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import { plural } from '../../../shared/format.ts'
import type { Bin } from '../../../shared/period.ts'
import type { AnalysisTrends, TrendItem } from '../../../shared/trend.ts'
import { topicId } from '../../hooks/use-trend-series.ts'
import { useWidth } from '../../ui/use-size.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { VerdictMark } from '../parts/VerdictMark.tsx'
import { byVerdict } from './by-verdict.ts'
import classes from './SmallMultiples.module.css'

/** Pixels: what a chart and its name want, and what stands between and around them. */
const WIDTH = 230
const GAP = 8
const PADDING = 8

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
  const [frame, room] = useWidth<HTMLUListElement>()
  const columns = Math.max(2, Math.floor(room / WIDTH))
  return (
    <section className={classes.section} aria-label="All topics">
      <h2>All topics</h2>
      <p className={classes.said}>
        Those that move first, the strongest change before the weaker. A click draws one above.
      </p>
      <ul ref={frame} className={classes.grid} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {topics.map((item) => (
          <li key={item.id}>
            <Small
              item={item}
              bin={trends.bin}
              width={Math.floor(room / columns) - GAP - 2 * PADDING}
              pinned={pinned.includes(item.id)}
              onPin={() => onPin(item.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SmallProps {
  item: TrendItem
  bin: Bin
  /** Pixels of its chart. */
  width: number
  pinned: boolean
  onPin: () => void
}

function Small({ item, bin, width, pinned, onPin }: SmallProps) {
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
        {width > 0 && (
          <TrendChart
            series={series}
            width={width}
            height={92}
            endLabels={false}
            dots="never"
            tooltips={false}
            fontSize={11}
          />
        )}
      </span>
    </button>
  )
}
