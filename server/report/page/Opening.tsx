import type { ReactElement } from 'react'
import { formatCount, formatInstant, formatPercent, plural } from '../../../shared/format.ts'
import type { ReportFrame, ReportTopic } from '../../../shared/report.ts'
import type { Verdict } from '../../../shared/trend.ts'
import { namedTopics, openingSentence } from '../sentences.ts'

/** Most topics that one sentence names. */
const NAMED = 4

/** The head of the page: what the collection is about, in sentences, and where everything is. */
export function Opening({ model }: { model: ReportFrame }): ReactElement {
  const topics = namedTopics(model)
  const moving = (['emerging', 'declining', 'peaked'] as const)
    .map((verdict) => ({ verdict, topics: topics.filter((topic) => topic.verdict === verdict) }))
    .filter((group) => group.topics.length > 0)
  return (
    <header className="opening">
      <p className="eyebrow">Tidemap report · {formatInstant(model.provenance.createdAt)}</p>
      <h1>{model.collection.name}</h1>
      <p className="lede">{openingSentence(model)}</p>
      {topics.length > 1 && (
        <p className="gist">
          Largest: <Names topics={topics} size />.
          {moving.map((group) => (
            <span key={group.verdict}>
              {' '}
              {VERDICT_NAMES[group.verdict]}: <Names topics={group.topics} />.
            </span>
          ))}
        </p>
      )}
      <nav aria-label="Contents">
        <a href="#map">Map</a>
        <a href="#topics">Topics</a>
        <a href="#trends">Trends</a>
        {model.uncertain.length > 0 && <a href="#uncertain">Between topics</a>}
        <a href="#method">How this was made</a>
      </nav>
    </header>
  )
}

const VERDICT_NAMES: Partial<Record<Verdict, string>> = {
  emerging: 'Emerging',
  declining: 'Declining',
  peaked: 'Peaked',
}

function Names({ topics, size = false }: { topics: readonly ReportTopic[]; size?: boolean }): ReactElement {
  const named = topics.slice(0, NAMED)
  return (
    <>
      {named.map((topic, index) => (
        <span key={topic.id}>
          {index > 0 && ', '}
          <a href={`#topic-${topic.id}`}>{topic.label}</a>
          {size &&
            ` (${index === 0 ? plural(topic.papers, 'paper') : formatCount(topic.papers)},\u00a0${formatPercent(topic.share)})`}
        </span>
      ))}
      {!size && topics.length > NAMED && ` and ${topics.length - NAMED} more`}
    </>
  )
}
