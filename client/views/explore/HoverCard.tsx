import { useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { FLAG_UNCERTAIN, type MapColumns } from '../../../shared/map.ts'
import { paperQuery } from '../../api/papers.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { useFocus } from '../../state/focus.ts'
import { besidePoint } from './beside-point.ts'
import { metaOf } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import type { MapHandle } from './map/map-handle.ts'
import classes from './HoverCard.module.css'

interface HoverCardProps {
  handle: MapHandle | null
  map: MapColumns
  index: TopicIndex
  analysisId: string
}

const WAIT_MS = 300
const WARM_MS = 500

/** What stands under the pointer: after a moment, or at once while going from point to point. */
export function HoverCard({ handle, map, index, analysisId }: HoverCardProps) {
  const place = useFocus((state) => state.hoverPaper)
  const shown = useSlowStart(place)
  const card = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)
  const { data } = useQuery({
    ...paperQuery(analysisId, shown === null ? '' : map.ids[shown]),
    enabled: shown !== null,
  })
  useLayoutEffect(() => {
    const point = shown === null || data === undefined ? null : (handle?.placeOf(shown) ?? null)
    const element = card.current
    if (point === null || element === null) {
      setAt(null)
      return
    }
    const parent = element.parentElement!
    setAt(besidePoint(point, element, { width: parent.clientWidth, height: parent.clientHeight }))
  }, [shown, handle, data])

  if (shown === null) return null
  const topic = index.byId.get(map.topic[shown])
  const uncertain = (map.flags[shown] & FLAG_UNCERTAIN) !== 0
  return (
    <div
      ref={card}
      className={classes.card}
      style={{ ...at, visibility: at && data ? 'visible' : 'hidden' }}
      role="status"
    >
      <p className={classes.title}>{data?.paper.title}</p>
      <p className={classes.meta}>{data && metaOf(data.paper)}</p>
      <p className={classes.topic}>
        <Swatch colour={topicColor(map.topic[shown])} hollow={uncertain} />
        {topic?.label}
        {uncertain && <span> · uncertain</span>}
      </p>
    </div>
  )
}

/** The value after `WAIT_MS` of rest; at once when another was shown less than `WARM_MS` ago. */
function useSlowStart(value: number | null): number | null {
  const [shown, setShown] = useState<number | null>(null)
  const lastShown = useRef(-Infinity)
  useEffect(() => {
    if (value === null) {
      setShown((before) => {
        if (before !== null) lastShown.current = performance.now()
        return null
      })
      return
    }
    const warm = performance.now() - lastShown.current < WARM_MS
    const timer = setTimeout(() => setShown(value), warm ? 0 : WAIT_MS)
    return () => clearTimeout(timer)
  }, [value])
  return value === null ? null : shown
}
