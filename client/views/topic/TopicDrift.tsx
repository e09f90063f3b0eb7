import { useQuery } from '@tanstack/react-query'
import { Sparkline } from '../../../shared/charts/Sparkline.tsx'
import { formatCount, formatPeriod } from '../../../shared/format.ts'
import type { DriftTerm, TopicDrift as Drift } from '../../../shared/topic-drift.ts'
import { topicDriftQuery } from '../../api/trends.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { TakeAway } from '../parts/TakeAway.tsx'
import { qText } from '../parts/verdict.ts'
import { driftCsv, driftJson, driftPoints, shownTerms } from './drift-terms.ts'
import facts from '../../ui/FactTable.module.css'
import unseen from '../../ui/Unseen.module.css'
import classes from './TopicDrift.module.css'
import topic from './TopicView.module.css'

interface TopicDriftProps {
  analysisId: string
  topicId: number
  label: string
  color: string
}

/** How the words of a topic changed: what entered, what left, what set each stretch of time apart, and its terms' shares of it. */
export function TopicDrift({ analysisId, topicId, label, color }: TopicDriftProps) {
  const { data, error } = useQuery(topicDriftQuery(analysisId, topicId))
  return (
    <section>
      <div className={topic.heading}>
        <h2>How its words changed</h2>
        {data && (
          <TakeAway csv={() => driftCsv(data)} json={() => driftJson(data)} title={`${label} terms over time`} />
        )}
      </div>
      {error && <ErrorNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data && (
        <>
          <p className={classes.came}>{changeText(data)}</p>
          <Stretches drift={data} />
          <Terms drift={data} color={color} />
        </>
      )}
    </section>
  )
}

function changeText({ entered, left, terms }: Drift): string {
  if (terms.every(({ change }) => change === 'not enough data')) {
    return 'Not enough data: too few papers or periods to say which of its words came or went.'
  }
  const parts = [
    entered.length > 0 ? `Entered: ${entered.join(', ')}.` : '',
    left.length > 0 ? `Left: ${left.join(', ')}.` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(' ') : 'No word came or went more than chance would explain.'
}

function Stretches({ drift }: { drift: Drift }) {
  const stretches = drift.stretches.filter(({ terms }) => terms.length > 0)
  if (stretches.length < 2) return null
  return (
    <dl className={classes.stretches}>
      {stretches.map(({ from, to, papers, terms }) => (
        <div key={from}>
          <dt>
            {from === to ? formatPeriod(from) : `${formatPeriod(from)} – ${formatPeriod(to)}`}
            <span>{formatCount(papers)} papers</span>
          </dt>
          <dd>{terms.join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}

function Terms({ drift, color }: { drift: Drift; color: string }) {
  const terms = shownTerms(drift)
  if (terms.length === 0) return null
  return (
    <div className={`${facts.scroll} ${classes.scroll}`} tabIndex={0} role="region" aria-label="Terms over time">
      <table className={`${facts.table} ${classes.terms}`}>
        <caption className={unseen.unseen}>Terms and their share of the topic over time</caption>
        <thead>
          <tr>
            <th scope="col">Term</th>
            <th scope="col">Share of the topic</th>
            <th scope="col">Change</th>
            <th scope="col">q</th>
            <th scope="col">Papers</th>
            <th scope="col">Peak</th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <Term key={term.term} term={term} drift={drift} color={color} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Term({ term, drift, color }: { term: DriftTerm; drift: Drift; color: string }) {
  return (
    <tr>
      <th scope="row">{term.term}</th>
      <td>
        <Sparkline points={driftPoints(drift, term)} color={color} width={110} height={20} />
      </td>
      <td data-change={term.change}>{term.change}</td>
      <td>{qText(term.qValue)}</td>
      <td>{formatCount(term.papers)}</td>
      <td>{term.peak === null ? '–' : formatPeriod(term.peak)}</td>
    </tr>
  )
}
