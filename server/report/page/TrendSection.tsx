import type { ReactElement } from 'react'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import { seriesColor, topicColor } from '../../../shared/charts/palette.ts'
import type { TrendMode, TrendSeries } from '../../../shared/charts/trend-series.ts'
import { plural } from '../../../shared/format.ts'
import type { ReportModel, ReportTopic } from '../../../shared/report.ts'
import { MISCELLANEOUS } from '../../../shared/topic.ts'
import { VERDICTS } from '../../../shared/trend.ts'
import { provenanceLine } from '../sentences.ts'

/** Most lines in one chart that can still be told apart. */
const LINES = 7

/** How the topics move: the ones that move most in one chart, then every topic in its own. */
export function TrendSection({ model }: { model: ReportModel }): ReactElement {
  const { trends } = model
  const topics = model.topics.filter((topic) => topic.id !== MISCELLANEOUS && topic.points.length > 1)
  const mode = trendMode(topics)
  const notes = [...new Set([...model.facts.notes, ...trends.notes])]
  const moving = topics.some((topic) => topic.verdict !== 'steady' && topic.verdict !== 'not enough data')
  return (
    <section id="trends" aria-labelledby="trends-name">
      <h2 id="trends-name">Trends</h2>
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {topics.length === 0 ? (
        <p>There are too few dated papers to draw anything over time.</p>
      ) : (
        <>
          <figure>
            <TrendChart
              title={moving ? 'Topics that move most' : 'Largest topics'}
              series={mostTelling(topics).map((topic, place) => series(topic, seriesColor(place)))}
              width={1000}
              height={360}
              mode={mode}
            />
            <figcaption>
              {moving ? 'The topics that move most' : topics.length > LINES ? 'The largest topics' : 'The topics'}:{' '}
              {mode === 'share' ? `share of the papers of each ${trends.bin}` : `papers per ${trends.bin}`}
              {datedText(model)}. {provenanceLine(model)}.
            </figcaption>
          </figure>
          <div className="multiples">
            {byVerdict(topics).map((topic) => (
              <a key={topic.id} href={`#topic-${topic.id}`} className="multiple">
                <span className="name">{topic.label}</span> <span className="verdict">{topic.verdict}</span>
                <TrendChart
                  title={topic.label}
                  series={[series(topic, topicColor(topic.id))]}
                  width={236}
                  height={104}
                  fontSize={10}
                  mode={mode}
                  endLabels={false}
                  dots="never"
                  tooltips={false}
                />
              </a>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

/** Shares, or plain counts where the data carry no verdict at all: a share of three papers says little. */
export function trendMode(topics: readonly ReportTopic[]): TrendMode {
  return topics.every((topic) => topic.verdict === 'not enough data') ? 'counts' : 'share'
}

function series(topic: ReportTopic, color: string): TrendSeries {
  return { id: `topic-${topic.id}`, label: topic.label, color, points: topic.points }
}

function byVerdict(topics: readonly ReportTopic[]): ReportTopic[] {
  const order = (topic: ReportTopic): number => VERDICTS.indexOf(topic.verdict)
  return [...topics].sort((a, b) => order(a) - order(b) || a.id - b.id)
}

/** Moving topics first, larger first, then the largest of the others. */
function mostTelling(topics: readonly ReportTopic[]): ReportTopic[] {
  const still = (topic: ReportTopic): number =>
    topic.verdict === 'steady' || topic.verdict === 'not enough data' ? 1 : 0
  return [...topics].sort((a, b) => still(a) - still(b) || a.id - b.id).slice(0, LINES)
}

function datedText({ trends }: ReportModel): string {
  const left = [
    trends.undated > 0 ? `${plural(trends.undated, 'paper')} without a date` : '',
    trends.coarse > 0 ? `${plural(trends.coarse, 'paper')} dated too coarsely` : '',
  ].filter(Boolean)
  return left.length === 0 ? '' : `, leaving out ${left.join(' and ')}`
}
