import { useMemo, useRef, useState } from 'react'
import { RankChart } from '../../../shared/charts/RankChart.tsx'
import { StreamChart } from '../../../shared/charts/StreamChart.tsx'
import { firmPeriods, type TrendSeries } from '../../../shared/charts/trend-series.ts'
import { plural } from '../../../shared/format.ts'
import type { TrendPoint } from '../../../shared/trend.ts'
import { overviewItems, overviewSeries } from '../../hooks/overview-series.ts'
import { useDrawn } from '../../hooks/use-drawn.ts'
import { formatPoint, parsePoint, useLink } from '../../state/link.ts'
import { useWidth } from '../../ui/use-size.ts'
import { chartCaption } from './chart-caption.ts'
import { LevelSwitch } from './LevelSwitch.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import { NumbersTable } from './NumbersTable.tsx'
import type { PanelProps } from './panel-props.ts'
import { seriesCsv, seriesJson } from './series-files.ts'
import { SmoothSelect } from './SmoothSelect.tsx'
import { SparseStart } from './SparseStart.tsx'
import { TakeAway } from '../parts/TakeAway.tsx'
import { TrapNotes } from './TrapNotes.tsx'
import { trendNotes } from './trend-notes.ts'
import controls from './Controls.module.css'
import classes from './Panel.module.css'

const RANKS = 12

const SAYS = {
  stream: 'All at once: a band is as thick as its share. How high it lies means nothing. Click a band for its papers.',
  rank: `Number 1 has the largest share of a period. Shown are the first ${RANKS}; who falls behind leaves until it is back.`,
}

/** All topics or themes at once, as a stream or by rank. */
export function FlowPanel({ title, trends, brush, kind }: PanelProps & { kind: 'stream' | 'rank' }) {
  const [link, setLink] = useLink()
  const { level, mode, smooth } = link
  const series = useMemo(() => overviewSeries(overviewItems(trends.items, level)), [trends, level])
  const drawn = useDrawn(series)
  const [hovered, setHovered] = useState<string | null>(null)
  const [frame, width] = useWidth<HTMLDivElement>()
  const chart = useRef<HTMLDivElement>(null)
  const points = drawn.series[0]?.points ?? []
  const brushed = (link.from !== null || link.to !== null) && points.length > 0
  const span = brushed ? ([points[0].period, points.at(-1)!.period] as const) : null
  const caption = chartCaption({ mode, smooth: Number(smooth), start: 0, bin: trends.bin, span, never: [] })
  const open = (one: TrendSeries, point: TrendPoint): void =>
    void setLink({ at: formatPoint(one.id, point.period) }, { history: 'push' })
  const passed = points.length - firmPeriods(drawn.series, mode).length
  const Chart = kind === 'stream' ? StreamChart : RankChart
  return (
    <>
      <div className={controls.controls}>
        <LevelSwitch />
        <ModeSwitch />
        <SmoothSelect bin={trends.bin} />
        <TakeAway
          chart={chart}
          csv={() => seriesCsv(series, Number(smooth))}
          json={() => seriesJson(series, trends.bin, Number(smooth))}
          title={`${title} ${level}s over time`}
        />
      </div>
      <p className={classes.caption}>
        {SAYS[kind]}
        {passed > 0 && ` ${plural(passed, 'period')} with too few papers passed by.`}
      </p>
      <div ref={frame}>
        <div ref={chart}>
          {width > 0 && points.length > 1 && (
            <Chart
              series={drawn.series}
              width={width}
              height={heightOf(kind, width, drawn.series.length)}
              mode={mode}
              selected={hovered ?? parsePoint(link.at)?.line ?? null}
              title={level === 'topic' ? 'Topics over time' : 'Themes over time'}
              onHover={setHovered}
              onPoint={open}
              {...(kind === 'rank' ? { ranks: RANKS } : {})}
            />
          )}
          {points.length < 2 && (
            <p className={classes.empty}>Two periods with dated papers make a picture; here are fewer.</p>
          )}
        </div>
        {caption !== '' && <p className={classes.caption}>{caption}</p>}
      </div>
      {brush}
      <SparseStart papers={drawn.sparse.papers} from={drawn.sparse.from} />
      <TrapNotes notes={trendNotes(undefined, trends)} />
      <NumbersTable series={series} mode={mode} caption={`${title}, ${mode} per period`} onPoint={open} />
    </>
  )
}

function heightOf(kind: 'stream' | 'rank', width: number, lines: number): number {
  if (kind === 'rank') return Math.min(RANKS, Math.max(4, lines)) * 30 + 46
  return width < 560 ? 360 : Math.min(760, 420 + lines * 8)
}
