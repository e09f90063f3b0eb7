import { useEffect, useRef } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { formatAuthors, formatDate } from '../../../shared/format.ts'
import type { PlacedPaper } from '../../api/papers.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { navigate, pathOf } from '../../state/route.ts'
import { Link } from '../../ui/Link.tsx'
import { Marked } from '../../ui/Marked.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { Snippet } from '../parts/Snippet.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import long from '../../ui/LongTable.module.css'
import classes from './PaperTable.module.css'

interface PaperTableProps {
  collectionId: string
  papers: readonly PlacedPaper[]
  /** Papers of the filter, loaded or not. */
  total: number
  index: TopicIndex
  waiting: boolean
  onReach: (place: number) => void
}

/** Papers as rows; only those in view are drawn. */
export function PaperTable({ collectionId, papers, total, index, waiting, onReach }: PaperTableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const rows = useRows({ count: papers.length, frame, height: 56, overscan: 12 })
  const items = rows.getVirtualItems()
  const reached = items.at(-1)?.index ?? 0
  useEffect(() => onReach(reached), [reached, onReach])
  return (
    <div ref={frame} className={`${long.frame} ${classes.frame}`} role="region" aria-label="Papers" tabIndex={0}>
      <div role="table" aria-label="Papers" aria-rowcount={total + 1}>
        <div role="rowgroup" className={`${long.head} ${classes.head}`}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            <span role="columnheader">Paper</span>
            <span role="columnheader">Topic</span>
            <span role="columnheader">Date</span>
          </div>
        </div>
        <div role="rowgroup" className={long.body} style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const paper = papers[item.index]
            return (
              <div
                key={paper.id}
                role="row"
                aria-rowindex={item.index + 2}
                ref={rows.measureElement}
                data-index={item.index}
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <PaperCells collectionId={collectionId} paper={paper} index={index} />
              </div>
            )
          })}
        </div>
      </div>
      {waiting && <Waiting />}
      {!waiting && papers.length === 0 && <p className={classes.none}>No paper matches.</p>}
    </div>
  )
}

function PaperCells({ collectionId, paper, index }: { collectionId: string; paper: PlacedPaper; index: TopicIndex }) {
  const { assignment } = paper
  const authors = formatAuthors(paper)
  const meta = [authors, paper.venue].filter(Boolean).join(' · ')
  const base = pathOf({ screen: 'explore', collectionId })
  return (
    <>
      <span role="cell" className={classes.paper}>
        <Link href={`${base}?paper=${encodeURIComponent(paper.id)}`} onNavigate={navigate}>
          <Marked text={paper.title} ranges={paper.highlights?.title ?? []} />
        </Link>
        {meta !== '' && <small>{meta}</small>}
        <Snippet highlights={paper.highlights} />
      </span>
      <span role="cell" className={classes.topic}>
        {assignment !== null && (
          <>
            <Swatch colour={topicColor(assignment.topicId)} hollow={assignment.uncertain} />
            <Link href={`${base}?topic=${assignment.topicId}`} onNavigate={navigate}>
              {index.byId.get(assignment.topicId)?.label ?? 'Miscellaneous'}
            </Link>
          </>
        )}
      </span>
      <span role="cell" className={classes.date}>
        {paper.date === null ? '–' : formatDate(paper.date)}
        {paper.dateInferred && (
          <abbr title="A part of the date was worked out, not read" aria-label="worked out">
            *
          </abbr>
        )}
      </span>
    </>
  )
}
