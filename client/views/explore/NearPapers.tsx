import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import type { MapColumns } from '../../../shared/map.ts'
import { paperQuery } from '../../api/papers.ts'
import { hoverPaper } from '../../state/focus.ts'
import { PaperRow } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { nearestPlaces } from './nearest-places.ts'
import classes from './SimilarPapers.module.css'

interface NearPapersProps {
  analysisId: string
  /** Place in the map's columns. */
  place: number
  map: MapColumns
  onPick: (id: string) => void
}

const NEAR = 5

/** The papers next to one on the map. */
export function NearPapers({ analysisId, place, map, onPick }: NearPapersProps) {
  const near = useMemo(() => nearestPlaces(map, place, NEAR), [map, place])
  if (near.length === 0) return null
  return (
    <section aria-label="Near it on the map">
      <h3 className={classes.head}>Near it on the map</h3>
      {near.map((other) => (
        <NearPaper
          key={map.ids[other]}
          analysisId={analysisId}
          id={map.ids[other]}
          onPick={onPick}
          onHover={(over) => hoverPaper(over ? other : null)}
        />
      ))}
    </section>
  )
}

interface NearPaperProps {
  analysisId: string
  id: string
  onPick: (id: string) => void
  onHover: (over: boolean) => void
}

function NearPaper({ analysisId, id, onPick, onHover }: NearPaperProps) {
  const { data } = useQuery(paperQuery(analysisId, id))
  if (data === undefined) return null
  return (
    <PaperRow
      paper={data.paper}
      assignment={null}
      mark={<Swatch colour={topicColor(data.assignment.topicId)} />}
      onPick={() => onPick(id)}
      onHover={onHover}
    />
  )
}
