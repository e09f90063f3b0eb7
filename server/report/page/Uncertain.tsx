import type { ReactElement } from 'react'
import { formatCount, plural } from '../../../shared/format.ts'
import type { ReportFrame } from '../../../shared/report.ts'
import { BETWEEN_LISTED } from '../report-papers.ts'
import type { PageContext } from './reading-order.ts'

/** The papers that lie between two topics. */
export function Uncertain({ model, context }: { model: ReportFrame; context: PageContext }): ReactElement | null {
  const { uncertain } = model
  if (uncertain.length === 0) return null
  const listed = uncertain.slice(0, BETWEEN_LISTED)
  return (
    <section id="uncertain" aria-labelledby="uncertain-name">
      <h2 id="uncertain-name">Between topics</h2>
      <p>
        {plural(uncertain.length, 'paper')} could as well stand in another topic: the two nearest are too close to call.
        {uncertain.length > BETWEEN_LISTED &&
          ` The first ${BETWEEN_LISTED} are here; all ${formatCount(uncertain.length)} are marked where they stand.`}
      </p>
      <ul className="between">
        {listed.map((id) => {
          const { paper, assignment } = context.entry(id)
          const names = [assignment.topicId, assignment.runnerUpTopicId]
            .map((topic) => (topic === null ? undefined : context.labels.get(topic)))
            .filter((name) => name !== undefined)
          return (
            <li key={id}>
              <a href={`#${context.anchor(id)}`}>{paper.title}</a> <span className="count">{names.join(' or ')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
