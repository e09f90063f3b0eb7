import type { Paper } from '../../shared/paper.ts'
import type { ReportModel } from '../../shared/report.ts'
import { bibtexKeys } from './bibtex-key.ts'
import { oneLine } from './one-line.ts'
import { safeUrl } from './paper-link.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const SPECIAL: Record<string, string> = {
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

/** Text for a braced BibTeX field: one line, every character that BibTeX or LaTeX would act on is written out. */
export function bibtexText(text: string): string {
  return oneLine(text).replace(/[\\{}~^&%$#_]/g, (character) => SPECIAL[character])
}

/** Every paper as an entry that carries its topic among its keywords. */
export function* bibtex(model: ReportModel): Generator<string> {
  const labels = new Map(model.topics.map((topic) => [topic.id, topic.label]))
  const keyOf = bibtexKeys()
  for (const { paper, assignment } of model.papers) {
    yield entry(paper, keyOf(paper), labels.get(assignment.topicId) ?? 'Miscellaneous')
  }
}

function entry(paper: Paper, key: string, topic: string): string {
  const { venue, date } = paper
  const meeting = venue !== null && /\b(proceedings|conference|workshop|symposium|meeting)\b/i.test(venue)
  const month = date !== null && date.length >= 7 ? MONTHS[Number(date.slice(5, 7)) - 1] : undefined
  const keywords = [topic, ...(paper.keywords ?? [])].map((word) => oneLine(word.replaceAll(/[,;]/g, ' ')))
  const fields: [string, string | null | undefined][] = [
    ['title', `{{${bibtexText(paper.title)}}}`],
    ['author', braced(paper.authors?.map(authorName).join(' and '))],
    [meeting ? 'booktitle' : 'journal', venue === null ? null : braced(bibtexText(venue))],
    ['organization', paper.organization === null ? null : braced(bibtexText(paper.organization))],
    ['year', date === null ? null : braced(date.slice(0, 4))],
    ['month', month],
    ['date', date !== null && date.length === 10 ? braced(date) : null],
    ['doi', paper.doi === null ? null : braced(verbatim(paper.doi))],
    ['url', braced(safeUrl(paper.url))],
    ['keywords', braced(keywords.map(bibtexText).join(', '))],
    ['abstract', paper.abstract === null ? null : braced(bibtexText(paper.abstract))],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []))
  return `@${venue === null ? 'misc' : meeting ? 'inproceedings' : 'article'}{${key},\n${lines.join('')}}\n\n`
}

/** A name that holds an "and" of its own is kept together by braces. */
function authorName(name: string): string {
  const text = bibtexText(name)
  return /\band\b/i.test(text) ? `{${text}}` : text
}

function braced(text: string | null | undefined): string | null {
  return text ? `{${text}}` : null
}

/** A field that LaTeX takes as it is (doi): percent-encoded where a character could end it. */
function verbatim(text: string): string {
  return oneLine(text).replace(/[\\{}%\s]/g, (character) => encodeURIComponent(character))
}
