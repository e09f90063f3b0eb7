import { z } from 'zod'

/** The kinds of paper sets that can be compared, in the order in which help lists them: `kind:value`. */
export const PAPER_SETS = {
  topic: { label: 'Topic', means: 'a topic, by number or name', example: 'topic:3' },
  theme: { label: 'Theme', means: 'a theme, by number or name', example: 'theme:2' },
  period: { label: 'Period', means: 'a period, or periods from … to', example: 'period:2019..2021' },
  query: { label: 'Query', means: 'what a search finds', example: 'query:loss function' },
  venue: { label: 'Venue', means: 'where papers were published', example: 'venue:NeurIPS' },
  org: { label: 'Organisation', means: 'who is behind them', example: 'org:Max Planck' },
  papers: { label: 'Papers', means: 'ids, percent-encoded, with commas between', example: 'papers:a1,a2' },
} as const
export type PaperSetKind = keyof typeof PAPER_SETS

/** All papers that are not in the other set. */
export const REST = 'rest'

const PAPER_SET_MAX = 2000
/** A set as links and commands write it: `topic:3`, `period:2019..2021`, `rest`. A bare number is a topic. */
export const PaperSetText = z.string().trim().min(1).max(PAPER_SET_MAX)

/** A set as a request body gives it: the same text, or ids of papers, however many. */
export const PaperSet = z
  .union([PaperSetText, z.object({ papers: z.array(z.string().max(500)).max(100_000) }).strict()])
  .meta({ id: 'PaperSet' })
export type PaperSet = z.infer<typeof PaperSet>

/** The two parts of a set's text; null where it is none. */
export function readPaperSet(text: string): { kind: PaperSetKind | typeof REST; value: string } | null {
  if (text === REST) return { kind: REST, value: '' }
  if (/^\d+$/.test(text)) return { kind: 'topic', value: text }
  const colon = text.indexOf(':')
  const kind = text.slice(0, Math.max(0, colon))
  const value = text.slice(colon + 1).trim()
  return Object.hasOwn(PAPER_SETS, kind) && value !== '' ? { kind: kind as PaperSetKind, value } : null
}

/** Ids of papers as the text of a set. */
export function papersSetText(ids: readonly string[]): string {
  return `papers:${ids.map(encodeURIComponent).join(',')}`
}
