import { z } from 'zod'

export const DatePrecision = z.enum(['day', 'month', 'year'])
export type DatePrecision = z.infer<typeof DatePrecision>

/** One paper as every room knows it. What a source does not say is null, never 0 or ''. */
export const Paper = z
  .object({
    /** Unique in its collection: the record's own id, else its key (`doi:…`, `arxiv:…`, `sha:…`). */
    id: z.string().min(1),
    title: z.string().min(1),
    abstract: z.string().nullable(),
    /** `2024`, `2024-11` or `2024-11-21`: as precise as the source was. */
    date: z.string().nullable(),
    datePrecision: DatePrecision.nullable(),
    /** True where a part of the date (the year of a pasted page) was worked out, not read. */
    dateInferred: z.boolean(),
    authors: z.array(z.string()).nullable(),
    authorCount: z.number().int().nullable(),
    organization: z.string().nullable(),
    venue: z.string().nullable(),
    /** Bare and lower case: `10.1000/xyz`. */
    doi: z.string().nullable(),
    /** http or https only. */
    url: z.string().nullable(),
    keywords: z.array(z.string()).nullable(),
    votes: z.number().int().nullable(),
    comments: z.number().int().nullable(),
    /** A known class of the paper, where the file has one; used only to measure quality. */
    label: z.string().nullable(),
    /** The format it was read from, such as `daily-papers-page`. */
    source: z.string().nullable(),
  })
  .meta({ id: 'Paper' })
export type Paper = z.infer<typeof Paper>

/** The fields of a paper in the order in which `papers.jsonl` writes them. */
export const PAPER_FIELDS = Object.keys(Paper.shape) as (keyof Paper)[]

/** One line of `papers.jsonl`, without its line end: every field, fixed order (JSON.stringify escapes lone surrogates). */
export function paperLine(paper: Paper): string {
  // What was read from such a line, or parsed by the schema, is in order already.
  if (isInOrder(paper)) return JSON.stringify(paper)
  const ordered: Record<string, unknown> = {}
  for (const field of PAPER_FIELDS) ordered[field] = paper[field]
  return JSON.stringify(ordered)
}

function isInOrder(paper: Paper): boolean {
  let count = 0
  for (const field in paper) if (field !== PAPER_FIELDS[count++]) return false
  return count === PAPER_FIELDS.length
}

/** Orders strings by code point, whatever the locale (UTF-16 order differs above U+FFFF). */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i)
    let y = b.charCodeAt(i)
    if (x !== y) {
      // A surrogate stands for a code point above every other unit.
      if (x >= 0xd800 && x <= 0xdfff) x += 0x10000
      if (y >= 0xd800 && y <= 0xdfff) y += 0x10000
      return x - y
    }
  }
  return a.length - b.length
}
