import { topicColor } from '../../../shared/charts/palette.ts'
import { formatPeriod } from '../../../shared/format.ts'
import type { AnalysisTrends } from '../../../shared/trend.ts'
import { periodDates } from '../../hooks/period-dates.ts'
import { parsePoint, useLink } from '../../state/link.ts'
import { navigate, pathOf } from '../../state/route.ts'
import { SideHead } from '../explore/SideHead.tsx'
import { PaperList } from '../parts/PaperList.tsx'
import { PaperRow } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import classes from './PointPapers.module.css'

interface PointPapersProps {
  collectionId: string
  analysisId: string
  trends: AnalysisTrends
}

/** The papers behind the point that was clicked. */
export function PointPapers({ collectionId, analysisId, trends }: PointPapersProps) {
  const [{ at, fields }, setLink] = useLink()
  const point = parsePoint(at)
  const line = point === null ? null : readLine(point.line)
  const dates = point === null ? null : periodDates(point.period)
  const filter = {
    ...(line?.query === undefined ? { topic: line?.topic ?? null } : { query: line.query, fields }),
    ...dates,
    analysis: analysisId,
    sort: 'newest' as const,
  }
  if (point === null || line === null || dates === null) return null
  const label = line.query ?? trends.items.find((item) => item.kind === 'topic' && item.id === line.topic)?.label ?? ''
  return (
    <aside className={classes.panel} aria-label="Papers behind the point">
      <SideHead
        title={`${label}, ${formatPeriod(point.period)}`}
        back="Close the papers"
        onClose={() => void setLink({ at: null })}
      />
      <PaperList
        collectionId={collectionId}
        filter={filter}
        label={`Papers with ${label} in ${formatPeriod(point.period)}`}
        renderPaper={(paper) => (
          <PaperRow
            paper={paper}
            assignment={paper.assignment}
            highlights={paper.highlights}
            mark={paper.assignment && <Swatch colour={topicColor(paper.assignment.topicId)} />}
            onPick={() =>
              navigate(`${pathOf({ screen: 'explore', collectionId })}?paper=${encodeURIComponent(paper.id)}`)
            }
          />
        )}
      />
    </aside>
  )
}

function readLine(id: string): { query?: string; topic?: number } | null {
  if (id.startsWith('query:')) return { query: id.slice('query:'.length) }
  const topic = /^topic-(\d+)$/.exec(id)
  return topic ? { topic: Number(topic[1]) } : null
}
