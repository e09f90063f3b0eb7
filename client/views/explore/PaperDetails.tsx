import { useQuery } from '@tanstack/react-query'
import { topicColor } from '../../../shared/charts/palette.ts'
import type { MapColumns } from '../../../shared/map.ts'
import type { Paper } from '../../../shared/paper.ts'
import type { Assignment } from '../../../shared/topic.ts'
import { paperQuery } from '../../api/papers.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ExternalLink } from '../../ui/ExternalLink.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { metaOf } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { TermMenu } from '../parts/TermMenu.tsx'
import { SimilarPapers } from './SimilarPapers.tsx'
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

/** One paper: what it says, why it is where it is, and which others are similar. */
export function PaperDetails(props: PaperDetailsProps) {
  const { collectionId, analysisId, paperId, index, map, placeOf, onPickPaper, onPickTopic } = props
  const { data, error } = useQuery(paperQuery(analysisId, paperId))
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
      <SimilarPapers {...{ analysisId, paperId, map, placeOf }} onPick={onPickPaper} />
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
