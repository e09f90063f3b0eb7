import type { ReactElement } from 'react'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import { topicColor } from '../../../shared/charts/palette.ts'
import { formatPercent, plural } from '../../../shared/format.ts'
import type { ReportFrame, ReportTopic } from '../../../shared/report.ts'
import { cohesionText, stabilityText } from '../../../shared/topic-text.ts'
import { trendMode } from '../trend-mode.ts'
import type { PageContext } from './reading-order.ts'

/** Above so many points on all charts together, points carry no tooltip: the page would grow by megabytes. */
const TOOLTIPS = 3000

/** What a topic is: name, terms, size, how firm, how it moves, what is near. */
export function TopicHead(props: { topic: ReportTopic; model: ReportFrame; context: PageContext }): ReactElement {
  const { topic, model, context } = props
  const color = topicColor(topic.id)
  const line = leaveOutSparseStart([
    { id: `topic-${topic.id}`, label: topic.label, color, points: topic.points },
  ]).series
  const near = topic.nearest.slice(0, 3).filter(({ id }) => context.labels.has(id))
  return (
    <>
      <header>
        {model.themes.length > 1 && topic.themeLabel !== topic.label && <p className="eyebrow">{topic.themeLabel}</p>}
        <h2 id={`topic-${topic.id}-name`}>
          <span className="swatch" style={{ background: color }} />
          {topic.label}
        </h2>
        <p className="size">
          {plural(topic.papers, 'paper')}, {formatPercent(topic.share)} of the collection
          {topic.uncertain > 0 && `; ${topic.uncertain} uncertain`}
        </p>
      </header>
      <div className="about">
        <div>
          {topic.terms.length > 0 && (
            <ul className="terms" aria-label="Terms">
              {topic.terms.map((term) => (
                <li key={term}>{term}</li>
              ))}
            </ul>
          )}
          <p>{topic.verdictText}</p>
          {topic.driftText !== null && <p>{topic.driftText}</p>}
          <p>
            {stabilityText(topic)} {cohesionText(topic, model.topics)}
          </p>
          {near.length > 0 && (
            <p>
              Near:{' '}
              {near.map(({ id, similarity }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <a href={`#topic-${id}`}>{context.labels.get(id)}</a>{' '}
                  <span className="count">{similarity.toFixed(2)}</span>
                </span>
              ))}
            </p>
          )}
        </div>
        {topic.points.length > 1 && (
          <TrendChart
            title={topic.label}
            series={line}
            width={480}
            height={170}
            fontSize={11}
            mode={trendMode(model.topics)}
            endLabels={false}
            tooltips={model.topics.length * topic.points.length <= TOOLTIPS}
          />
        )}
      </div>
    </>
  )
}
