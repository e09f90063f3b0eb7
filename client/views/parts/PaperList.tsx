import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { paperQuery, papersQuery, type PaperFilter, type PlacedPaper } from '../../api/papers.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useHeight } from '../../ui/use-size.ts'
import { useRows } from '../../ui/use-rows.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import classes from './PaperList.module.css'

interface PaperListProps {
  collectionId: string
  filter: PaperFilter
  /** What stands above the papers and scrolls with them. */
  head?: ReactNode
  renderPaper: (paper: PlacedPaper) => ReactNode
  label: string
}

/** Papers of a filter, loaded as one scrolls. */
export function PaperList({ collectionId, filter, head, renderPaper, label }: PaperListProps) {
  const query = useInfiniteQuery(papersQuery(collectionId, filter))
  const papers = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const last = useRef(0)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const more = (place: number): void => {
    last.current = Math.max(last.current, place)
    if (hasNextPage && !isFetchingNextPage && place >= papers.length - 20) void fetchNextPage()
  }
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Rows count={papers.length} total={total} head={head} label={label} onReach={more} waiting={query.isPending}>
      {(place) => renderPaper(papers[place])}
    </Rows>
  )
}

interface PaperIdListProps {
  analysisId: string
  ids: readonly string[]
  head?: ReactNode
  renderPaper: (paper: PlacedPaper) => ReactNode
  label: string
}

/** Papers of a list of ids, each loaded when it comes into view. */
export function PaperIdList({ analysisId, ids, head, renderPaper, label }: PaperIdListProps) {
  return (
    <Rows count={ids.length} total={ids.length} head={head} label={label} waiting={false}>
      {(place) => <PaperById key={ids[place]} analysisId={analysisId} id={ids[place]} renderPaper={renderPaper} />}
    </Rows>
  )
}

function PaperById({
  analysisId,
  id,
  renderPaper,
}: {
  analysisId: string
  id: string
  renderPaper: (paper: PlacedPaper) => ReactNode
}) {
  const { data } = useQuery(paperQuery(analysisId, id))
  if (data === undefined) return <div className={classes.blank} />
  return renderPaper({ ...data.paper, assignment: data.assignment })
}

interface RowsProps {
  count: number
  total: number
  head: ReactNode
  label: string
  waiting: boolean
  onReach?: (place: number) => void
  children: (place: number) => ReactNode
}

function Rows({ count, total, head, label, waiting, onReach, children }: RowsProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [top, margin] = useHeight<HTMLDivElement>()
  const rows = useRows({ count, frame, height: 76, overscan: 6, margin })
  const items = rows.getVirtualItems()
  const reached = items.at(-1)?.index ?? 0
  useEffect(() => onReach?.(reached), [reached, onReach])
  return (
    <div ref={frame} className={classes.frame} tabIndex={-1}>
      <div ref={top}>{head}</div>
      {waiting && <Waiting />}
      {!waiting && count === 0 && <p className={classes.none}>No papers here.</p>}
      <ul className={classes.list} style={{ height: rows.getTotalSize() }} aria-label={label}>
        {items.map((item) => (
          <li
            key={item.key}
            ref={rows.measureElement}
            data-index={item.index}
            aria-setsize={total}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - rows.options.scrollMargin}px)` }}
          >
            {children(item.index)}
          </li>
        ))}
      </ul>
    </div>
  )
}
