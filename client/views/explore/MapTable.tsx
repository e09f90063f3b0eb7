import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { formatDate } from '../../../shared/format.ts'
import { FLAG_UNCERTAIN, type MapColumns } from '../../../shared/map.ts'
import { paperQuery } from '../../api/papers.ts'
import { placesOf } from '../../hooks/focus-mask.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { hoverPaper } from '../../state/focus.ts'
import { useLink } from '../../state/link.ts'
import { useRows } from '../../ui/use-rows.ts'
import { Swatch } from '../parts/Swatch.tsx'
import long from '../../ui/LongTable.module.css'
import classes from './MapTable.module.css'

interface MapTableProps {
  map: MapColumns
  index: TopicIndex
  mask: Uint8Array | null
  analysisId: string
  onPickPaper: (place: number) => void
}

const ROW = 36

/** The map's twin: every paper in focus with its topic, as a table that shares the selection. */
export function MapTable({ map, index, mask, analysisId, onPickPaper }: MapTableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const places = useMemo(() => {
    const all = mask === null ? Array.from({ length: map.n }, (_, place) => place) : placesOf(mask)
    return all.sort((a, b) => map.topic[a] - map.topic[b] || a - b)
  }, [map, mask])
  const rows = useRows({ count: places.length, frame, height: ROW, overscan: 10 })
  return (
    <div
      ref={frame}
      className={`${long.frame} ${classes.frame}`}
      role="region"
      aria-label="Papers of the map"
      tabIndex={0}
    >
      <div role="table" aria-label="Papers on the map" aria-rowcount={places.length + 1}>
        <div role="rowgroup" className={long.head}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            <span role="columnheader">Topic</span>
            <span role="columnheader">Paper</span>
            <span role="columnheader">Date</span>
            <span role="columnheader">Next best topic</span>
          </div>
        </div>
        <div role="rowgroup" className={`${long.body} ${classes.body}`} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => (
            <TableRow
              key={item.key}
              row={item.index}
              top={item.start}
              place={places[item.index]}
              map={map}
              index={index}
              analysisId={analysisId}
              onPick={onPickPaper}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

interface TableRowProps {
  row: number
  top: number
  place: number
  map: MapColumns
  index: TopicIndex
  analysisId: string
  onPick: (place: number) => void
}

function TableRow({ row, top, place, map, index, analysisId, onPick }: TableRowProps) {
  const id = map.ids[place]
  const { data } = useQuery(paperQuery(analysisId, id))
  const [{ paper }] = useLink()
  const topic = map.topic[place]
  const uncertain = (map.flags[place] & FLAG_UNCERTAIN) !== 0
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes.row}
      data-picked={paper === id}
      style={{ transform: `translateY(${top}px)` }}
      onPointerEnter={() => hoverPaper(place)}
      onPointerLeave={() => hoverPaper(null)}
    >
      <span role="cell">
        <Swatch colour={topicColor(topic)} hollow={uncertain} /> {index.byId.get(topic)?.label ?? 'Miscellaneous'}
      </span>
      <span role="cell">
        <button type="button" onClick={() => onPick(place)}>
          {data?.paper.title ?? id}
        </button>
      </span>
      <span role="cell">{data?.paper.date ? formatDate(data.paper.date) : ''}</span>
      <span role="cell">
        {index.byId.get(map.runnerUp[place])?.label ?? ''}
        {uncertain && ' (uncertain)'}
      </span>
    </div>
  )
}
