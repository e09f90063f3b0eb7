import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import type { MapColumns } from '../../../shared/map.ts'
import type { Paper } from '../../../shared/paper.ts'
import type { Assignment } from '../../../shared/topic.ts'
import { paperQuery } from '../../api/papers.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { hoverPaper } from '../../state/focus.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ExternalLink } from '../../ui/ExternalLink.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { metaOf, PaperRow } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { TermMenu } from '../parts/TermMenu.tsx'
import { nearestPlaces } from './nearest-places.ts'
import classes from './PaperDetails.module.css'

interface PaperDetailsProps {
  collectionId: string
  analysisId: string
  paperId: string
  index: TopicIndex
  map: MapColumns
  placeOf: ReadonlyMap<string, number>
  onPickPaper: (paper: string) => void
  onPickTopic: (topic: number) => void
}

const NEAR = 5

/** One paper: what it says, why it is where it is, and what lies next to it. */
export function PaperDetails(props: PaperDetailsProps) {
  const { collectionId, analysisId, paperId, index, map, placeOf, onPickPaper, onPickTopic } = props
  const { data, error } = useQuery(paperQuery(analysisId, paperId))
  const place = placeOf.get(paperId)
  const near = useMemo(() => (place === undefined ? [] : nearestPlaces(map, place, NEAR)), [map, place])
  if (error !== null) return <div className={classes.details}>{<ErrorNote error={error} />}</div>
  if (data === undefined) return <Waiting />
  const { paper, assignment } = data
  return (
    <div className={classes.frame}>
      <article className={classes.details}>
        <h3 className={classes.title}>{paper.title}</h3>
        <p className={classes.meta}>{metaOf(paper)}</p>
        <Links paper={paper} />
        <WhyHere {...{ collectionId, assignment, index, onPickTopic }} />
        {paper.abstract === null ? (
          <p className={classes.meta}>No abstract: its title alone placed it.</p>
        ) : (
          <p className={classes.abstract}>{paper.abstract}</p>
        )}
        {paper.keywords !== null && paper.keywords.length > 0 && (
          <p className={classes.meta}>Keywords: {paper.keywords.join(', ')}</p>
        )}
      </article>
      {near.length > 0 && (
        <section aria-label="Near it on the map">
          <h3 className={classes.near}>Near it on the map</h3>
          {near.map((other) => (
            <NearPaper
              key={map.ids[other]}
              analysisId={analysisId}
              id={map.ids[other]}
              onPick={onPickPaper}
              onHover={(over) => hoverPaper(over ? other : null)}
            />
          ))}
        </section>
      )}
    </div>
  )
}

function Links({ paper }: { paper: Paper }) {
  if (paper.url === null && paper.doi === null) return null
  return (
    <p className={classes.links}>
      {paper.url !== null && <ExternalLink href={paper.url}>Open the paper</ExternalLink>}
      {paper.doi !== null && <ExternalLink href={`https://doi.org/${paper.doi}`}>doi:{paper.doi}</ExternalLink>}
    </p>
  )
}

interface WhyHereProps {
  collectionId: string
  assignment: Assignment
  index: TopicIndex
  onPickTopic: (topic: number) => void
}

function WhyHere({ collectionId, assignment, index, onPickTopic }: WhyHereProps) {
  const { topicId, score, runnerUpTopicId, runnerUpScore, uncertain, reasons } = assignment
  const topic = index.byId.get(topicId)
  const runnerUp = runnerUpTopicId === null ? undefined : index.byId.get(runnerUpTopicId)
  return (
    <section className={classes.why} aria-label="Why here">
      <TopicLine id={topicId} label={topic?.label ?? `topic ${topicId}`} score={score} onPick={onPickTopic} />
      {runnerUp && (
        <TopicLine
          id={runnerUp.id}
          label={runnerUp.label}
          score={runnerUpScore}
          remark="next best"
          onPick={onPickTopic}
        />
      )}
      {uncertain && <p className={classes.uncertain}>Uncertain: the two are too close to call.</p>}
      {reasons.length > 0 && (
        <dl className={classes.reasons}>
          {reasons.slice(0, 6).map(({ term, share }) => (
            <div key={term}>
              <dt>
                <TermMenu collectionId={collectionId} term={term} />
              </dt>
              <dd>
                <span
                  className={classes.bar}
                  style={{ width: `${Math.max(2, share * 100)}%`, background: topicColor(topicId) }}
                />
                {Math.round(share * 100)}%
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

interface TopicLineProps {
  id: number
  label: string
  score: number | null
  remark?: string
  onPick: (topic: number) => void
}

function TopicLine({ id, label, score, remark, onPick }: TopicLineProps) {
  return (
    <p className={classes.topic}>
      <button type="button" onClick={() => onPick(id)}>
        <Swatch colour={topicColor(id)} hollow={remark !== undefined} />
        {label}
      </button>
      <span>{[remark, score === null ? null : `similarity ${score.toFixed(2)}`].filter(Boolean).join(', ')}</span>
    </p>
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
