import { useMemo } from 'react'
import { MapFigure } from '../../../shared/charts/MapFigure.tsx'
import { topicColor } from '../../../shared/charts/palette.ts'
import type { Analysis } from '../../../shared/analysis.ts'
import type { Collection } from '../../../shared/collection.ts'
import { formatDateRange, plural } from '../../../shared/format.ts'
import type { MapColumns } from '../../../shared/map.ts'
import { useMapColumns, type TopicIndex } from '../../hooks/use-analysis.ts'
import { useWidth } from '../../ui/use-size.ts'
import { Notes } from '../../ui/Notes.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { VerdictMark } from '../parts/VerdictMark.tsx'
import classes from './PagePreview.module.css'

interface PagePreviewProps {
  collection: Collection
  analysis: Analysis
  index: TopicIndex
}

/** What the page of the report holds, from the same figures. */
export function PagePreview({ collection, analysis, index }: PagePreviewProps) {
  const { map } = useMapColumns(analysis.id)
  const [frame, width] = useWidth<HTMLDivElement>()
  const points = useMemo(() => (map === undefined ? [] : pointsOf(map)), [map])
  return (
    <div className={classes.page} tabIndex={0} role="region" aria-label="What the page holds">
      <h2>{collection.name}</h2>
      <p className={classes.dim}>
        {plural(analysis.summary.papers, 'paper')}, {formatDateRange(collection.from, collection.to)},{' '}
        {plural(index.count, 'topic')}
      </p>
      <Notes notes={analysis.facts.notes} />
      <div ref={frame} className={classes.map}>
        {map === undefined && <Waiting />}
        {width > 0 && points.length > 0 && (
          <MapFigure points={points} topics={index.topics} themes={index.themes} width={width} />
        )}
      </div>
      <h3>Topics, each with its trend and all its papers</h3>
      <ol className={classes.topics}>
        {index.topics.map((topic) => (
          <li key={topic.id}>
            <p>
              <Swatch colour={topicColor(topic.id)} /> <strong>{topic.label}</strong> {plural(topic.papers, 'paper')}{' '}
              <VerdictMark verdict={topic.verdict} />
            </p>
            <p className={classes.dim}>{topic.terms.slice(0, 6).join(' · ')}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}

function pointsOf(map: MapColumns) {
  return map.ids.map((id, place) => ({
    id,
    x: map.x[place],
    y: map.y[place],
    topicId: map.topic[place],
    uncertain: (map.flags[place] & 1) === 1,
    title: id,
  }))
}
