import type { ReactElement } from 'react'
import { formatCount, formatDate, formatInstant } from '../../../shared/format.ts'
import type { ReportModel } from '../../../shared/report.ts'
import { MISCELLANEOUS } from '../../../shared/topic.ts'
import { openingSentence } from '../sentences.ts'

/** The head of the page: what it is about, in a sentence and in figures, and where everything is. */
export function Opening({ model }: { model: ReportModel }): ReactElement {
  const { collection, provenance, facts, uncertain } = model
  const topics = model.topics.filter((topic) => topic.id !== MISCELLANEOUS).length
  const years = [collection.from, collection.to].map((date) => (date === null ? null : formatDate(date)))
  const figures: [string, string][] = [
    ['Papers', formatCount(collection.papers)],
    ['Topics', formatCount(topics)],
    ...(model.themes.length > 1 ? [['Themes', formatCount(model.themes.length)] as [string, string]] : []),
    ...(years[0] != null ? [['From', years[0]] as [string, string], ['To', years[1]!] as [string, string]] : []),
    ['Without a date', formatCount(facts.undated)],
    ['Uncertain', formatCount(uncertain.length)],
  ]
  return (
    <header className="opening">
      <p className="eyebrow">Tidemap report · {formatInstant(provenance.createdAt)}</p>
      <h1>{collection.name}</h1>
      <p className="lede">{openingSentence(model)}</p>
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <nav aria-label="Contents">
        <a href="#map">Map</a>
        <a href="#topics">Topics</a>
        <a href="#trends">Trends</a>
        {uncertain.length > 0 && <a href="#uncertain">Between topics</a>}
        <a href="#method">How this was made</a>
      </nav>
    </header>
  )
}
