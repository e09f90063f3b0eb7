import type { ReactElement } from 'react'
import { MapFigure } from '../../../shared/charts/MapFigure.tsx'
import type { ReportFrame } from '../../../shared/report.ts'
import { provenanceLine } from '../sentences.ts'
import { DRAWN_SINGLY, type ReportPapers } from '../report-papers.ts'
import type { PageContext } from './reading-order.ts'

/** Most papers that are links on the map. */
const LINKS = 1000

/** The map of the whole collection. */
export function MapSection(props: {
  model: ReportFrame
  papers: ReportPapers<unknown>
  context: PageContext
}): ReactElement {
  const { model, papers, context } = props
  const titled = papers.placed.length <= DRAWN_SINGLY
  const points = Array.from(papers.placed, ({ paperId, topicId, x, y, uncertain }, place) => ({
    id: paperId,
    title: titled ? papers.entry(place).paper.title : '',
    topicId,
    x,
    y,
    uncertain,
  }))
  const linked = points.length <= LINKS
  return (
    <section id="map" aria-labelledby="map-name">
      <h2 id="map-name">Map</h2>
      <figure>
        <div className="scroll wide" role="region" aria-label="Map of papers" tabIndex={0}>
          <MapFigure
            points={points}
            topics={model.topics}
            themes={model.themes}
            width={1000}
            circles={DRAWN_SINGLY}
            {...(linked ? { href: (point) => `#${context.anchor(point.id)}` } : {})}
          />
        </div>
        <figcaption>
          Each dot is a paper; papers that share terms lie close together
          {linked ? ', and a hollow one lies between two topics' : ''}. Distances across the map say little.{' '}
          {provenanceLine(model)}.
        </figcaption>
      </figure>
    </section>
  )
}
