import { formatAuthors, formatCount, formatDate, plural } from '../../../shared/format.ts'
import type { ReportEntry } from '../../../shared/report.ts'
import { paperLink } from '../paper-link.ts'
import type { PlacedEntry } from '../report-papers.ts'
import { escapeHtml } from './escape-html.ts'

/** Characters of an abstract that are shown. */
const EXCERPT = 340

/**
 * One paper as a list item: title, who, when, where, how near, and `more`.
 * Written by hand, not with React: a report may hold a hundred thousand of them.
 */
export function paperItem(entry: PlacedEntry, place: number, labels: ReadonlyMap<number, string>, more = ''): string {
  const { paper } = entry
  const link = paperLink(paper)
  const title = escapeHtml(paper.title)
  const name = link === null ? title : `<a href="${escapeHtml(link)}" rel="noreferrer noopener">${title}</a>`
  const meta = details(entry, labels).map((detail) => `<span>${escapeHtml(detail)}</span>`)
  return `<li id="${anchorOf(place)}"><p class="title">${name}</p><p class="meta">${meta.join(' ')}</p>${more}</li>\n`
}

/** A paper that stands for its topic: also what it says and why it is here. */
export function standingItem(entry: ReportEntry, place: number, labels: ReadonlyMap<number, string>): string {
  return paperItem(entry, place, labels, more(entry))
}

/** The anchor of a paper: `p1`… in the order of the ids. */
export function anchorOf(place: number): string {
  return `p${place + 1}`
}

function details({ paper, assignment }: PlacedEntry, labels: ReadonlyMap<number, string>): string[] {
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
