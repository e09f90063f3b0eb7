import type { ReactElement } from 'react'
import { Sparkline } from '../../../shared/charts/Sparkline.tsx'
import { topicColor } from '../../../shared/charts/palette.ts'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import type { TrendMode } from '../../../shared/charts/trend-series.ts'
import { formatCount, formatPercent, plural } from '../../../shared/format.ts'
import type { ReportFrame, ReportTopic } from '../../../shared/report.ts'
import { trendMode } from '../trend-mode.ts'
import type { PageContext } from './reading-order.ts'

/** The topics by theme, each with its size, line and verdict: the table of contents. */
export function Contents({ model, context }: { model: ReportFrame; context: PageContext }): ReactElement {
  const mode = trendMode(model.topics)
  const dated = model.topics.some((topic) => topic.points.length > 1)
  return (
    <section id="topics" aria-labelledby="topics-name">
      <h2 id="topics-name">Topics</h2>
      <div className="scroll" role="region" aria-label="Table of topics" tabIndex={0}>
        <table className="contents">
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col" className="terms">
                Terms
              </th>
              <th scope="col" className="number">
                Papers
              </th>
              <th scope="col" className="number">
                Share
              </th>
              {dated && <th scope="col">Over time</th>}
              {mode === 'share' && <th scope="col">Trend</th>}
              <th scope="col" className="number">
                Stability
              </th>
            </tr>
          </thead>
          {context.groups.map((group) => (
            <tbody key={group.theme?.id ?? 'none'}>
              {context.groups.length > 1 && (
                <tr>
                  <th className="theme" scope="rowgroup" colSpan={5 + (dated ? 1 : 0) + (mode === 'share' ? 1 : 0)}>
                    {group.theme === null ? (
                      'In no theme'
                    ) : (
                      <>
                        {group.theme.label} <span className="count">{plural(group.theme.papers, 'paper')}</span>
                      </>
                    )}
                  </th>
                </tr>
              )}
              {group.topics.map((topic) => (
                <Row key={topic.id} topic={topic} dated={dated} mode={mode} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  )
}

function Row({ topic, dated, mode }: { topic: ReportTopic; dated: boolean; mode: TrendMode }): ReactElement {
  const drawn = leaveOutSparseStart([{ id: '', label: '', color: '', points: topic.points }]).series[0].points
  return (
    <tr>
      <th scope="row">
        <span className="swatch" style={{ background: topicColor(topic.id) }} />
        <a href={`#topic-${topic.id}`}>{topic.label}</a>
      </th>
      <td className="terms">{moreTerms(topic)}</td>
      <td className="number">{formatCount(topic.papers)}</td>
      <td className="number">{formatPercent(topic.share)}</td>
      {dated && (
        <td>
          <Sparkline points={drawn} color={topicColor(topic.id)} mode={mode} width={96} height={20} />
        </td>
      )}
      {mode === 'share' && <td className="verdict">{topic.verdict}</td>}
      <td className="number">{topic.stability === null ? '–' : formatPercent(topic.stability)}</td>
    </tr>
  )
}

/** The best terms that its label does not already say. */
function moreTerms({ label, terms }: ReportTopic): string {
  return terms
    .filter((term) => !label.toLowerCase().includes(term.toLowerCase()))
    .slice(0, 3)
    .join(', ')
}
