import type { Paper } from '../../shared/paper.ts'
import type { ReportFrame, ReportModel } from '../../shared/report.ts'
import { bibtexKeys } from './bibtex-key.ts'
import { oneLine } from './one-line.ts'
import { safeUrl } from './paper-link.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Characters that BibTeX or LaTeX would act on, and how they are written. */
export const BIBTEX_SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces even behind a backslash, so an escaped one could still end the field.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
}

/** What an entry ends with, behind its abstract. */
export const ENTRY_END = '}\n\n'

const ACTIVE = /[\\{}~^&%$#_]/
const EVERY_ACTIVE = new RegExp(ACTIVE, 'g')

/** Text for a braced BibTeX field: one line, every character that BibTeX or LaTeX would act on is written out. */
export function bibtexText(text: string): string {
  const line = oneLine(text)
  return ACTIVE.test(line) ? line.replaceAll(EVERY_ACTIVE, (character) => BIBTEX_SPECIAL[character]) : line
}

/** Every paper as an entry that carries its topic among its keywords. */
export function* bibtex(model: ReportModel): Generator<string> {
  const entryOf = bibtexEntries(model)
  for (const { paper, assignment } of model.papers) yield entryOf(paper, assignment.topicId)
}

/** Writes the entry of a paper; of all papers of a report, in their order, since later keys depend on earlier ones. */
export function bibtexEntries(model: ReportFrame): (paper: Paper, topicId: number) => string {
  const topics = new Map(model.topics.map((topic) => [topic.id, keyword(topic.label)]))
  const keyOf = bibtexKeys()
  // Thousands of papers share a venue.
  const venues = new Map<string | null, Venue>([[null, { type: 'misc', line: '' }]])
  return (paper, topicId) => {
    let venue = venues.get(paper.venue)
    if (venue === undefined) venues.set(paper.venue, (venue = venueOf(paper.venue!)))
    return entry(paper, keyOf(paper), venue, topics.get(topicId) ?? 'Miscellaneous')
  }
}

/** What a venue says of an entry. */
interface Venue {
  type: 'misc' | 'inproceedings' | 'article'
  /** Its line. */
  line: string
}

function venueOf(venue: string): Venue {
  const text = bibtexText(venue)
  return /\b(proceedings|conference|workshop|symposium|meeting)\b/i.test(venue)
    ? { type: 'inproceedings', line: field('booktitle', text) }
    : { type: 'article', line: field('journal', text) }
}

/** `topic`: its label as a keyword. */
function entry(paper: Paper, key: string, venue: Venue, topic: string): string {
  const { date } = paper
  const month = date !== null && date.length >= 7 ? MONTHS[Number(date.slice(5, 7)) - 1] : undefined
  let lines = field('title', `{${bibtexText(paper.title)}}`)
  lines += field('author', paper.authors?.map(authorName).join(' and '))
  lines += venue.line
  if (paper.organization !== null) lines += field('organization', bibtexText(paper.organization))
  if (date !== null) lines += field('year', date.slice(0, 4))
  // Names of months are words that BibTeX knows.
  if (month !== undefined) lines += `  month = ${month},\n`
  if (date?.length === 10) lines += field('date', date)
  if (paper.doi !== null) lines += field('doi', verbatim(paper.doi))
  lines += field('url', safeUrl(paper.url))
  lines += field('keywords', [topic, ...(paper.keywords ?? []).map(keyword)].join(', '))
  if (paper.abstract !== null) lines += field('abstract', bibtexText(paper.abstract))
  return `@${venue.type}{${key},\n${lines}${ENTRY_END}`
}

/** One of several words that commas part. */
function keyword(word: string): string {
  return bibtexText(word.replaceAll(/[,;]/g, ' '))
}

/** A line of an entry; none where there is no text. */
function field(name: string, text: string | null | undefined): string {
  return text ? `  ${name} = {${text}},\n` : ''
}

/** A name that holds an "and" of its own is kept together by braces. */
function authorName(name: string): string {
  const text = bibtexText(name)
  return /\band\b/i.test(text) ? `{${text}}` : text
}

/** A field that LaTeX takes as it is (doi): percent-encoded where a character could end it. */
function verbatim(text: string): string {
  return oneLine(text).replace(/[\\{}%\s]/g, (character) => encodeURIComponent(character))
}
