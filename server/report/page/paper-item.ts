import { formatAuthors, formatCount, formatDate, plural } from '../../../shared/format.ts'
import type { ReportEntry } from '../../../shared/report.ts'
import { paperLink } from '../paper-link.ts'
import { escapeHtml } from './escape-html.ts'
import type { PageContext } from './reading-order.ts'

/** Characters of an abstract that are shown. */
const EXCERPT = 340

/**
 * One paper as a list item: title, who, when, where, how near. With `standing`, also what it says and why it is here.
 * Written by hand, not with React: a report may hold a hundred thousand of them.
 */
export function paperItem(context: PageContext, id: string, standing: boolean): string {
  const entry = context.entry(id)
  const { paper } = entry
  const link = paperLink(paper)
  const title = escapeHtml(paper.title)
  const name = link === null ? title : `<a href="${escapeHtml(link)}" rel="noreferrer noopener">${title}</a>`
  const meta = details(entry, context.labels).map((detail) => `<span>${escapeHtml(detail)}</span>`)
  return `<li id="${context.anchor(id)}"><p class="title">${name}</p><p class="meta">${meta.join(' ')}</p>${standing ? more(entry) : ''}</li>\n`
}

function details({ paper, assignment }: ReportEntry, labels: ReadonlyMap<number, string>): string[] {
  const runnerUp = assignment.runnerUpTopicId === null ? undefined : labels.get(assignment.runnerUpTopicId)
  return [
    formatAuthors(paper),
    paper.date === null ? 'no date' : `${formatDate(paper.date)}${paper.dateInferred ? ' (year inferred)' : ''}`,
    paper.venue,
    paper.votes === null ? null : plural(paper.votes, 'vote'),
    paper.comments === null ? null : `${formatCount(paper.comments)} ${paper.comments === 1 ? 'comment' : 'comments'}`,
    `score ${assignment.score.toFixed(2)}`,
    assignment.uncertain ? `uncertain${runnerUp === undefined ? '' : `, also near ${runnerUp}`}` : null,
  ].filter((detail) => detail !== null)
}

function more({ paper, assignment }: ReportEntry): string {
  const reasons = assignment.reasons.slice(0, 5).map((reason) => reason.term)
  const why = reasons.length > 0 ? `<p class="meta"><span>why here: ${escapeHtml(reasons.join(', '))}</span></p>` : ''
  return `${paper.abstract === null ? '' : `<p class="abstract">${escapeHtml(excerpt(paper.abstract))}</p>`}${why}`
}

/** The beginning of a text, cut between words. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= EXCERPT) return line
  const cut = line.slice(0, EXCERPT).replace(/\s+\S*$/, '')
  return `${cut.replace(/[\s,;:.]+$/, '')} …`
}
