import type { Paper } from '../../../shared/paper.ts'
import { type DateSpan, dateSpan } from '../../../shared/period.ts'
import { PRECISIONS } from '../search/text-index.ts'
import type { Dates } from './timeline.ts'

/** The dates of papers as numbers. */
export function datesOf(papers: readonly Pick<Paper, 'date'>[]): Dates {
  const n = papers.length
  const dates = { firstDay: new Int32Array(n), lastDay: new Int32Array(n), precision: new Uint8Array(n) }
  /** Many papers share a day. */
  const known = new Map<string, DateSpan>()
  papers.forEach(({ date }, i) => {
    if (date === null) return
    let span = known.get(date)
    if (span === undefined) known.set(date, (span = dateSpan(date)))
    dates.firstDay[i] = span.first
    dates.lastDay[i] = span.last
    dates.precision[i] = PRECISIONS.indexOf(span.precision)
  })
  return dates
}
