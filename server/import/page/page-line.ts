import { readDate } from '../record/dates.ts'
import type { PartialDate } from '../record/dates.ts'

/** What a line of a copied Daily Papers page is. */
export type PageLine =
  | { kind: 'blank' | 'dot' | 'heading' | 'noise' }
  | { kind: 'submitted'; name: string | null }
  | { kind: 'count'; count: number }
  | Footer
  | { kind: 'date'; date: PartialDate; comments: number | null; published: boolean }
  | { kind: 'text'; text: string }

/** A line below a paper; what it does not say is null. */
export interface Footer {
  kind: 'footer'
  authors: number | null
  organization: string | null
  date: PartialDate | null
  comments: number | null
  /** Whether it begins with the dot that parts it from an organisation in the line above. */
  dotted: boolean
}

/** Lines of the site around the papers: they are nobody's title or abstract. Compared in lower case. */
const NOISE = new Set(
  [
    'new|get trending papers in your email inbox!|get trending papers in your email inbox once a day!|subscribe|hugging face|models',
    'datasets|spaces|buckets|community|docs|enterprise|pricing|log in|sign up|daily|weekly|monthly|trending|today|previous|next',
    'upvote|upvoted|view arxiv page|arxiv page|arxiv|view pdf|pdf|project page|github|code|comment|comments|load more|show more',
    'tos|privacy|about|careers|website|company|© hugging face|system theme|search|search papers|new paper|submit|submit a paper',
    'add to collection|collections|full-text search|sort: trending|papers|posts|articles|ask ai|ai & ml interests|no papers found',
    'mon|tue|wed|thu|fri|sat|sun|tasks|hugchat|+|play video|back to articles|terms of service|jobs|brand assets|inference',
  ]
    .join('|')
    .split('|'),
)

const BULLETS = /^[\s•·●▪◦‣∙⋅*–-]+/
const DOTS = /^[·•∙⋅●・]$/
const AUTHORS = /^(\d{1,5})\s+authors?$/i
const COUNT = /^(?:▲|△|↑|💬|👍|⭐|★|🔥)?\s?(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\s+(?:upvotes?|votes?|comments?|likes?))?$/i
/** A number with thousands as `1.2k`: stars of a repository. */
const STARS = /^(?:github\s+)?\d{1,4}(?:\.\d{1,2})?k$|^github\s+\d+$/i

/** Says what a line is, by itself alone. Linear in its length. */
export function classify(line: string): PageLine {
  const text = line.trim()
  if (text === '') return { kind: 'blank' }
  if (text.length > 300) return { kind: 'text', text }
  if (DOTS.test(text)) return { kind: 'dot' }
  if (/^(?:daily|trending|weekly|monthly) papers$/i.test(text)) return { kind: 'heading' }
  if (/^by\s*@?\s*AK\b.*(?:community)?$|and the research community$/.test(text)) return { kind: 'noise' }
  const submitted = /^submitted by\b\s*(.{0,80})$/i.exec(text)
  if (submitted) return { kind: 'submitted', name: submitted[1] || null }
  if (NOISE.has(text.toLowerCase()) || STARS.test(text)) return { kind: 'noise' }
  const bare = text.replace(BULLETS, '')
  const count = COUNT.exec(bare)
  if (count) return { kind: 'count', count: Number(count[1].replaceAll(',', '')) }
  const dated = dateLine(bare)
  if (dated) return dated
  return footer(bare, text.startsWith('·')) ?? { kind: 'text', text }
}

/** `9 authors`, `9 authors · Nov 11, 2024 2`, `adobe Adobe · Oct 16 2`. */
function footer(bare: string, dotted: boolean): PageLine | null {
  const parts = bare.split(/\s*[·•]\s*/).filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 4) return null
  const found: Footer = { kind: 'footer', authors: null, organization: null, date: null, comments: null, dotted }
  for (const [i, part] of parts.entries()) {
    const authors = AUTHORS.exec(part)
    const date = authors ? null : dateLine(part)
    if (authors) found.authors = Number(authors[1])
    else if (date?.kind === 'date') {
      found.date = date.date
      found.comments = date.comments
    } else if (i === 0 && parts.length > 1) found.organization = part
    else if (i > 0 && /^\d{1,5}$/.test(part)) found.comments = Number(part)
    else return null
  }
  return found.authors === null && found.date === null ? null : found
}

/** A month's name is what tells a date from the other lines that are words and numbers. */
const MONTH_DATE =
  /^(published on )?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:,? (?:19|20)\d{2})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} (?:19|20)\d{2})(?:\s+(\d{1,5}))?$/i
const DAY_FIRST =
  /^(published on )?(\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:,? (?:19|20)\d{2})?)(?:\s+(\d{1,5}))?$/i
const ISO = /^(published on )?((?:19|20)\d{2}-\d{2}-\d{2})(?:\s+(\d{1,5}))?$/i

/** `Nov 11, 2024`, `Sep 30 2` (the last number counts comments), `Published on Aug 22, 2025`, `2025-12-16`. */
function dateLine(text: string): Extract<PageLine, { kind: 'date' }> | null {
  const match = MONTH_DATE.exec(text) ?? DAY_FIRST.exec(text) ?? ISO.exec(text)
  if (!match) return null
  const date = readDate(match[2])
  if (date === null || date === 'none' || date.month === null) return null
  return {
    kind: 'date',
    date,
    comments: match[3] === undefined ? null : Number(match[3]),
    published: match[1] !== undefined,
  }
}
