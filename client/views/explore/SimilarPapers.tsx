import { useQuery } from '@tanstack/react-query'
import { topicColor } from '../../../shared/charts/palette.ts'
import type { MapColumns } from '../../../shared/map.ts'
import { similarQuery } from '../../api/papers.ts'
import { hoverPaper } from '../../state/focus.ts'
import { PaperRow } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { NearPapers } from './NearPapers.tsx'
import classes from './SimilarPapers.module.css'

interface SimilarPapersProps {
  analysisId: string
  paperId: string
  map: MapColumns
  placeOf: ReadonlyMap<string, number>
  onPick: (id: string) => void
}

/** Papers that say much the same, with the terms they share; what lies near on the map where the analysis compared none. */
export function SimilarPapers({ analysisId, paperId, map, placeOf, onPick }: SimilarPapersProps) {
  const { data } = useQuery(similarQuery(analysisId, paperId))
  const place = placeOf.get(paperId)
  if (data === undefined) return null
  if (data.items.length === 0) {
    return place === undefined ? null : <NearPapers {...{ analysisId, place, map, onPick }} />
  }
  return (
    <section aria-label="Similar papers">
      <h3 className={classes.head}>Similar papers</h3>
      {data.items.map(({ paper, score, terms }) => (
        <PaperRow
          key={paper.id}
          paper={paper}
          assignment={null}
          mark={paper.assignment && <Swatch colour={topicColor(paper.assignment.topicId)} />}
          remark={`similarity ${score.toFixed(2)}: ${terms.join(', ')}`}
          onPick={() => onPick(paper.id)}
          onHover={(over) => hoverPaper(over ? (placeOf.get(paper.id) ?? null) : null)}
        />
      ))}
    </section>
  )
}
