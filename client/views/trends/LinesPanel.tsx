import { useRef, useState } from 'react'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import { useDrawn } from '../../hooks/use-drawn.ts'
import { useTrendSeries } from '../../hooks/use-trend-series.ts'
import { formatPoint, parsePoint, useLink } from '../../state/link.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useWidth } from '../../ui/use-size.ts'
import { chartCaption } from './chart-caption.ts'
import { LinesControls } from './LinesControls.tsx'
import { NumbersTable } from './NumbersTable.tsx'
import type { PanelProps } from './panel-props.ts'
import { QueryVerdicts } from './QueryVerdicts.tsx'
import { Senses } from './Senses.tsx'
import { seriesCsv, seriesJson } from './series-files.ts'
import { SetPicker } from './SetPicker.tsx'
import { SmallMultiples } from './SmallMultiples.tsx'
import { SparseStart } from './SparseStart.tsx'
import { TakeAway } from '../parts/TakeAway.tsx'
import { TrapNotes } from './TrapNotes.tsx'
import { trendNotes } from './trend-notes.ts'
import classes from './Panel.module.css'

/** Phrases and topics as lines, what may be said of them, and every topic's line in small. */
export function LinesPanel({ collectionId, title, analysis, index, trends, brush }: PanelProps) {
  const [link, setLink] = useLink()
  const view = useTrendSeries(collectionId, analysis.id, trends)
  const drawn = useDrawn(view.series, true)
  const [hovered, setHovered] = useState<string | null>(null)
  const [frame, width] = useWidth<HTMLDivElement>()
  const chart = useRef<HTMLDivElement>(null)
  const bin = view.queries?.bin ?? trends.bin
  const start = Number(link.start)
  const open = (line: string, period: string): void =>
    void setLink({ at: formatPoint(line, period) }, { history: 'push' })
  const points = drawn.series[0]?.points
  const brushed = (link.from !== null || link.to !== null) && start === 0 && points !== undefined && points.length > 0
  const caption = chartCaption({
    mode: link.mode,
    smooth: Number(link.smooth),
    start,
    bin,
    span: brushed ? [points[0].period, points.at(-1)!.period] : null,
    never: drawn.never,
  })
  return (
    <>
      <LinesControls bin={bin} fields={view.queries?.fields ?? null}>
        <SetPicker analysisId={analysis.id} index={index} />
        <TakeAway
          chart={chart}
          csv={() => seriesCsv(view.series, Number(link.smooth))}
          json={() => seriesJson(view.series, bin, Number(link.smooth))}
          title={`${title} trends`}
        />
      </LinesControls>
      {view.error && <ErrorNote error={view.error} />}
      <div ref={frame} className={classes.frame} data-pending={view.pending}>
        {view.largest && (
          <p className={classes.caption}>The largest topics. Add a phrase above, or pin topics below.</p>
        )}
        <div ref={chart}>
          {width > 0 && drawn.series.length > 0 && (
            <TrendChart
              series={drawn.series}
              width={width}
              height={width < 560 ? 280 : 400}
              mode={link.mode}
              sameStart={start > 0}
              selected={hovered ?? parsePoint(link.at)?.line ?? null}
              title={link.query.length > 0 ? 'Phrases over time' : 'Topics over time'}
              onHover={setHovered}
              onPoint={(series, point) => open(series.id, point.period)}
            />
          )}
        </div>
        {caption !== '' && <p className={classes.caption}>{caption}</p>}
      </div>
      {brush}
      <SparseStart papers={drawn.sparse.papers} from={drawn.sparse.from} />
      {view.queries && <QueryVerdicts queries={view.queries} />}
      <TrapNotes notes={trendNotes(view.queries, trends)} better={view.queries?.betterBin ?? null} />
      <NumbersTable
        series={view.series}
        mode={link.mode}
        caption={`${title}, ${link.mode} per period`}
        onPoint={(series, point) => open(series.id, point.period)}
      />
      {view.queries && <Senses queries={view.queries} trends={trends} />}
      <SmallMultiples
        trends={trends}
        pinned={link.pin}
        onPin={(id) =>
          void setLink({ pin: link.pin.includes(id) ? link.pin.filter((other) => other !== id) : [...link.pin, id] })
        }
      />
    </>
  )
}
