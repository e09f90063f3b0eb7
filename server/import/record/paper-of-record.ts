import type { Paper } from '../../../shared/paper.ts'
import { isDerivedId, keyOf } from '../identity/key.ts'
import type { KeyedPaper } from '../identity/key.ts'
import type { RawRecord } from '../readers/reader.ts'
import type { ColumnField, ColumnNames } from './columns.ts'
import { dateOf, embaseSource } from './date-of-record.ts'
import { doiOfUrl, readArxivId, readDoi, readUrl } from './identifiers.ts'
import { cleanItems, splitKeywords, tidy } from './lists.ts'
import { authorsOf } from './people.ts'
import { cleanMarkup, cleanText, decodeEntities, saysNothing } from './text.ts'
import { countOf, mustBeText, textOf } from './values.ts'

const NO_ABSTRACT = /^\[?(?:no abstract(?: is)? available|abstract(?: is)? not available|no abstract)\.?\]?$/i
const ID_LENGTH = 500
/** Columns whose name leaves no doubt what their value must be. */
const STRICT = new Set(['title', 'abstract', 'date'])

/**
 * Reads one record into a paper with its key; null where it has no title. Throws `unprocessable` for what must not be
 * guessed at: a title or abstract that is no text, a date that is none. All else that cannot be read is null.
 */
export function paperOfRecord(record: RawRecord, format: string, names: ColumnNames): KeyedPaper | null {
  const { values, plain } = record
  const clean = plain ? cleanText : cleanMarkup
  const columns = names.columnsIn(values)

  /** The first of a field's columns that can be read. */
  function first<T>(field: ColumnField, read: (value: unknown) => T | null): T | null {
    for (const name of columns[field]) {
      const value = values.get(name)
      if (value === undefined || value === null || (typeof value === 'string' && !plain && saysNothing(value))) continue
      // `published: true` says whether, not when.
      if (typeof value === 'boolean' && !STRICT.has(name)) continue
      const found = read(value)
      if (found === null) continue
      names.serve(field, name)
      return found
    }
    return null
  }
  const cleaned = (text: string | null): string | null => (text === null ? null : clean(text) || null)
  const text = (field: ColumnField): string | null => first(field, (value) => cleaned(textOf(value)))
  const list = (field: ColumnField, split: (text: string) => string[]): string[] | null =>
    first(field, (value) => {
      const found = plain ? value : withoutEntities(value)
      const items = Array.isArray(found) ? tidy(found.map((item) => textOf(item) ?? '')) : split(textOf(found) ?? '')
      return items.length > 0 ? items : null
    })

  const title = first('title', (value) => cleaned(mustBeText('title', value)))
  if (title === null) return null
  const abstract = first('abstract', (value) => {
    const found = cleaned(mustBeText('abstract', value))
    return found !== null && NO_ABSTRACT.test(found) ? null : found
  })
  const embase = embaseSource(values)
  const date = dateOf(first, embase.date)
  const authors = first('authors', (value) => {
    const found =
      plain && Array.isArray(value)
        ? cleanItems(value.map((name) => textOf(name) ?? ''))
        : authorsOf(plain ? value : withoutEntities(value))
    return found.length > 0 ? found : null
  })
  const link = first('url', (value) => readUrl(textOf(value) ?? ''))
  const doi = first('doi', (value) => readDoi(textOf(value) ?? '')) ?? (link === null ? null : doiOfUrl(link))
  const id = first('id', (value) => {
    const own = typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)) : ''
    return own !== '' && own.length <= ID_LENGTH ? own : null
  })
  const arxiv =
    first('arxiv', (value) => readArxivId(textOf(value) ?? '')) ??
    [link, doi, id].reduce<string | null>((found, place) => found ?? (place === null ? null : readArxivId(place)), null)
  const url = link ?? (arxiv === null || plain ? null : `https://arxiv.org/abs/${arxiv}`)
  const paper: Paper = {
    id: id ?? '',
    title,
    abstract,
    ...date,
    dateInferred: plain && date.date !== null && ['true', true].includes(values.get('dateinferred') as boolean),
    authors,
    authorCount: first('authorCount', countOf) ?? authors?.length ?? null,
    organization: text('organization'),
    venue: text('venue') ?? embase.venue,
    doi,
    url,
    keywords: list('keywords', splitKeywords),
    votes: first('votes', countOf),
    comments: first('comments', countOf),
    label: text('label'),
    source: (plain ? cleaned(textOf(values.get('source'))) : null) ?? format,
  }
  const key = keyOf(paper, arxiv)
  const ownId = id !== null && !isDerivedId(id)
  if (id === null) paper.id = key
  return { key, ownId, paper }
}

/** A value with the entities of its texts resolved, before anything is split at their semicolons. */
function withoutEntities(value: unknown): unknown {
  if (typeof value === 'string') return decodeEntities(value)
  if (Array.isArray(value)) return value.map(withoutEntities)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutEntities(part)]))
}
