import { Select, SegmentedControl } from '@mantine/core'
import { useRef, useState } from 'react'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { TrendTable } from '../../../shared/charts/TrendTable.tsx'
import type { CollectionDetail } from '../../../shared/collection.ts'
import { BINS } from '../../../shared/period.ts'
import { useAnalysis } from '../../hooks/use-analysis.ts'
import { useTrendSeries } from '../../hooks/use-trend-series.ts'
import { formatPoint, LINK, useLink } from '../../state/link.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Notes } from '../../ui/Notes.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { useWidth } from '../../ui/use-size.ts'
import { MadeBy } from '../parts/MadeBy.tsx'
import { PointPapers } from './PointPapers.tsx'
import { QueryChips } from './QueryChips.tsx'
import { SparseStart } from './SparseStart.tsx'
import { SmallMultiples } from './SmallMultiples.tsx'
import { TakeAway } from './TakeAway.tsx'
import { QueryVerdicts } from './QueryVerdicts.tsx'
import { trendNotes } from './trend-notes.ts'
import classes from './TrendsView.module.css'

interface TrendsViewProps {
  collection: CollectionDetail
  analysisId: string
}

const BIN_LABELS: Record<string, string> = { half: 'half year', 'two-year': 'two years' }

/** Phrases and topics over time, with the papers behind every point. */
export default function TrendsView({ collection, analysisId }: TrendsViewProps) {
  const { analysis, trends, error } = useAnalysis(analysisId)
  const [link, setLink] = useLink()
  const view = useTrendSeries(collection.id, trends)
  const [hovered, setHovered] = useState<string | null>(null)
  const [frame, width] = useWidth<HTMLDivElement>()
  const chart = useRef<HTMLDivElement>(null)
  if (error !== null) return <ErrorNote error={error} />
  if (!analysis || !trends) return <Waiting />

  const open = link.at !== null
  const dense = leaveOutSparseStart(view.series)
  const drawn = link.whole ? view.series : dense.series
  const bin = view.queries?.bin ?? trends.bin
  const notes = trendNotes(view.queries, trends)
  return (
    <div className={classes.trends} data-open={open}>
      <div className={classes.main}>
        <h1 className={classes.heading}>Trends</h1>
        <QueryChips
          queries={link.query}
          onChange={(query) => void setLink({ query: query.length === 0 ? null : query, at: null })}
        />
        <div className={classes.controls}>
          <Select
            size="xs"
            w={124}
            aria-label="Period"
            allowDeselect={false}
            value={link.bin}
            disabled={link.query.length === 0}
            onChange={(value) => void setLink({ bin: LINK.bin.parse(value ?? 'auto'), at: null })}
            data={[
              { value: 'auto', label: `auto (${BIN_LABELS[bin] ?? bin})` },
              ...BINS.map((value) => ({ value, label: BIN_LABELS[value] ?? value })),
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label="Where to look"
            value={link.fields}
            disabled={link.query.length === 0}
            onChange={(value) => void setLink({ fields: LINK.fields.parse(value) })}
            data={[
              { value: 'title,abstract', label: 'titles and abstracts' },
              { value: 'title', label: 'titles' },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label="What to show"
            value={link.mode}
            onChange={(value) => void setLink({ mode: LINK.mode.parse(value) })}
            data={[
              { value: 'share', label: 'share' },
              { value: 'counts', label: 'papers' },
            ]}
          />
          <TakeAway chart={chart} series={view.series} bin={bin} title={`${collection.name} trends`} />
        </div>
        {view.error && <ErrorNote error={view.error} />}
        <Notes notes={notes} />
        <div ref={frame} className={classes.frame} data-pending={view.pending}>
          {view.largest && (
            <p className={classes.caption}>The largest topics. Add a phrase above, or pin topics below.</p>
          )}
          <div ref={chart}>
            {width > 0 && drawn.length > 0 && (
              <TrendChart
                series={drawn}
                width={width}
                height={width < 560 ? 260 : 380}
                mode={link.mode}
                selected={hovered ?? selectedOf(link.at)}
                title={link.query.length > 0 ? 'Phrases over time' : 'Topics over time'}
                onHover={setHovered}
                onPoint={(series, point) =>
                  void setLink({ at: formatPoint(series.id, point.period) }, { history: 'push' })
                }
              />
            )}
          </div>
        </div>
        <SparseStart papers={dense.papers} from={dense.from} />
        {view.queries && <QueryVerdicts queries={view.queries} />}
        <details className={classes.table}>
          <summary>Show the numbers as a table</summary>
          <div className={classes.scroll} tabIndex={0} role="region" aria-label="Numbers of the chart">
            <TrendTable series={view.series} mode={link.mode} caption={`${collection.name}, ${link.mode} per period`} />
          </div>
        </details>
        <SmallMultiples
          trends={trends}
          pinned={link.pin}
          onPin={(id) =>
            void setLink({
              pin: link.pin.includes(id) ? link.pin.filter((other) => other !== id) : [...link.pin, id],
            })
          }
        />
        <div className={classes.foot}>
          <MadeBy analysis={analysis} />
        </div>
      </div>
      {open && <PointPapers collectionId={collection.id} analysisId={analysisId} trends={trends} />}
    </div>
  )
}

function selectedOf(at: string | null): string | null {
  return at === null ? null : at.slice(0, at.lastIndexOf('|'))
}
