import type { ReactElement } from 'react'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import { distinctAccents, topicColor } from '../../../shared/charts/palette.ts'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import type { TrendMode, TrendSeries } from '../../../shared/charts/trend-series.ts'
import { formatPeriod, plural } from '../../../shared/format.ts'
import type { ReportFrame, ReportTopic } from '../../../shared/report.ts'
import { MISCELLANEOUS } from '../../../shared/topic.ts'
import { VERDICTS } from '../../../shared/trend.ts'
import { provenanceLine } from '../sentences.ts'
import { trendMode } from '../trend-mode.ts'

/** Most lines in one chart that can still be told apart. */
const LINES = 7

/** How the topics move: what can be said, and the largest that move in one chart. */
export function TrendHead({ model }: { model: ReportFrame }): ReactElement {
  const topics = drawnTopics(model)
  const mode = trendMode(topics)
  const notes = [...new Set([...model.facts.notes, ...model.trends.notes])]
  const telling = mostTelling(topics)
  const colors = distinctAccents(telling.map((topic) => topic.id))
  const drawn = leaveOutSparseStart(telling.map((topic, place) => series(topic, colors[place])))
  const moving = topics.some((topic) => topic.verdict !== 'steady' && topic.verdict !== 'not enough data')
  const name = moving
    ? 'The largest topics that rise, fall or peaked'
    : topics.length > LINES
      ? 'The largest topics'
      : 'The topics'
  return (
    <>
      <h2 id="trends-name">Trends</h2>
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {topics.length === 0 ? (
        <p>There are too few dated papers to draw anything over time.</p>
      ) : (
        <figure>
          <div className="scroll wide" role="region" aria-label={`${name} over time`} tabIndex={0}>
            <TrendChart title={name} series={drawn.series} width={1000} height={360} mode={mode} />
          </div>
          <figcaption>
            {name}:{' '}
            {mode === 'share' ? `share of the papers of each ${model.trends.bin}` : `papers per ${model.trends.bin}`}
            {leftOutText(model, drawn)}. {provenanceLine(model)}.
          </figcaption>
        </figure>
      )}
    </>
  )
}

/** One topic in a small chart of its own. */
export function SmallTrend({ topic, mode }: { topic: ReportTopic; mode: TrendMode }): ReactElement {
  return (
    <a href={`#topic-${topic.id}`} className="multiple">
      <span className="name">{topic.label}</span>
      {mode === 'share' && <span className="verdict">{topic.verdict}</span>}
      <TrendChart
        title={topic.label}
        series={leaveOutSparseStart([series(topic, topicColor(topic.id))]).series}
        width={236}
        height={104}
        fontSize={10}
        mode={mode}
        endLabels={false}
        dots="never"
        tooltips={false}
      />
    </a>
  )
}

/** The topics that have a line, moving ones first. */
export function drawnTopics(model: ReportFrame): ReportTopic[] {
  const order = (topic: ReportTopic): number => VERDICTS.indexOf(topic.verdict)
  return model.topics
    .filter((topic) => topic.id !== MISCELLANEOUS && topic.points.length > 1)
    .sort((a, b) => order(a) - order(b) || a.id - b.id)
}

function series(topic: ReportTopic, color: string): TrendSeries {
  return { id: `topic-${topic.id}`, label: topic.label, color, points: topic.points }
}

/** The largest topics of each verdict in turn, moving ones only; where none moves, the largest of all. */
function mostTelling(topics: readonly ReportTopic[]): ReportTopic[] {
  const largest = [...topics].sort((a, b) => a.id - b.id)
  const groups = (['emerging', 'declining', 'peaked'] as const).map((verdict) =>
    largest.filter((topic) => topic.verdict === verdict),
  )
  const moving = largest.flatMap((_, turn) => groups.flatMap((group) => group.slice(turn, turn + 1)))
  return (moving.length > 0 ? moving : largest).slice(0, LINES)
}

function leftOutText({ trends }: ReportFrame, drawn: { from: string | null; papers: number }): string {
  const left = [
    trends.undated > 0 ? `${plural(trends.undated, 'paper')} without a date` : '',
    trends.coarse > 0 ? `${plural(trends.coarse, 'paper')} dated too coarsely` : '',
    drawn.papers > 0 && drawn.from !== null
      ? `the first ${plural(drawn.papers, 'paper')}, before ${formatPeriod(drawn.from)}`
      : '',
  ].filter(Boolean)
  return left.length === 0 ? '' : `, leaving out ${left.join(' and ')}`
}
