import { useQuery } from '@tanstack/react-query'
import { topicColor } from '../../../shared/charts/palette.ts'
import { formatPeriod } from '../../../shared/format.ts'
import { queryTrendsQuery } from '../../api/trends.ts'
import { periodDates } from '../../hooks/period-dates.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { useTrendAsk } from '../../hooks/use-trend-ask.ts'
import { ALL_TIME, parsePoint, useLink } from '../../state/link.ts'
import { navigate, pathOf } from '../../state/route.ts'
import { SideHead } from '../explore/SideHead.tsx'
import { PaperList } from '../parts/PaperList.tsx'
import { PaperRow } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { readLine } from './point-line.ts'
import classes from './PointPapers.module.css'

interface PointPapersProps {
  collectionId: string
  analysisId: string
  index: TopicIndex
}

/** The papers behind the point that was clicked. */
export function PointPapers({ collectionId, analysisId, index }: PointPapersProps) {
  const [{ at, fields, within }, setLink] = useLink()
  const ask = useTrendAsk(analysisId)
  // Where the server chose the fields, its papers are those that it counted.
  const counted = useQuery(queryTrendsQuery(collectionId, ask)).data?.fields.join(',')
  const point = parsePoint(at)
  if (point === null) return null
  const asked = { fields: fields === 'auto' ? (counted ?? null) : fields, within }
  const line = readLine(point.line, index, asked)
  const dates = point.period === ALL_TIME ? {} : periodDates(point.period)
  if (line === null || dates === null) return null
  const title = point.period === ALL_TIME ? line.name : `${line.name}, ${formatPeriod(point.period)}`
  return (
    <aside className={classes.panel} aria-label="Papers behind the point">
      <SideHead title={title} back="Close the papers" onClose={() => void setLink({ at: null })} />
      <PaperList
        collectionId={collectionId}
        filter={{ ...line.filter, ...dates, analysis: analysisId, sort: 'newest' }}
        label={`Papers: ${title}`}
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
