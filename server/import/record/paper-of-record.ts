import type { Paper } from '../../../shared/paper.ts'
import { isDerivedId, keyOf } from '../identity/key.ts'
import type { KeyedPaper } from '../identity/key.ts'
import type { RawRecord } from '../readers/reader.ts'
import type { ColumnField, ColumnNames } from './columns.ts'
import { dateOf, embaseSource } from './date-of-record.ts'
import { arxivIdIn, doiOfUrl, readArxivId, readDoi, readUrl } from './identifiers.ts'
import { cleanItems, splitKeywords, tidy } from './lists.ts'
import { authorsOf } from './people.ts'
import { cleanMarkup, cleanText, decodeEntities, saysNothing } from './text.ts'
import { countOf, mustBeText, textOf } from './values.ts'

const NO_ABSTRACT = /^\[?(?:no abstract(?: is)? available|abstract(?: is)? not available|no abstract)\.?\]?$/i
const ID_LENGTH = 500
/** Columns whose name leaves no doubt what their value must be. */
const STRICT = new Set(['title', 'abstract', 'date'])

/** How the values of a record are read, apart from those of dates; null where a value is none of the kind. */
export interface FieldReaders {
  /** Whether a column says nothing, so that the next one is asked. */
  isNothing: (name: string, value: unknown) => boolean
  title: (value: unknown) => string | null
  abstract: (value: unknown) => string | null
  text: (value: unknown) => string | null
  authors: (value: unknown) => string[] | null
  keywords: (value: unknown) => string[] | null
  id: (value: unknown) => string | null
  url: (value: unknown) => string | null
  doi: (value: unknown) => string | null
  arxiv: (value: unknown) => string | null
}

/** `plain`: texts hold no markup. Those for titles and abstracts throw `unprocessable` for what is no text. */
function readersOf(plain: boolean): FieldReaders {
  const clean = plain ? cleanText : cleanMarkup
  const cleaned = (text: string | null): string | null => (text === null ? null : clean(text) || null)
  const orNull = <T>(items: T[]): T[] | null => (items.length > 0 ? items : null)
  return {
    isNothing: (name, value) =>
      value === undefined ||
      value === null ||
      (typeof value === 'string' && !plain && saysNothing(value)) ||
      // `published: true` says whether, not when.
      (typeof value === 'boolean' && !STRICT.has(name)),
    title: (value) => cleaned(mustBeText('title', value)),
    abstract(value) {
      const found = cleaned(mustBeText('abstract', value))
      return found !== null && NO_ABSTRACT.test(found) ? null : found
    },
    text: (value) => cleaned(textOf(value)),
    authors: (value) =>
      orNull(
        plain && Array.isArray(value)
          ? cleanItems(value.map((name) => textOf(name) ?? ''))
          : authorsOf(plain ? value : withoutEntities(value)),
      ),
    keywords(value) {
      const found = plain ? value : withoutEntities(value)
      return orNull(
        Array.isArray(found) ? tidy(found.map((item) => textOf(item) ?? '')) : splitKeywords(textOf(found) ?? ''),
      )
    },
    id(value) {
      const own = typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)) : ''
      return own !== '' && own.length <= ID_LENGTH ? own : null
    },
    url: (value) => readUrl(textOf(value) ?? ''),
    doi: (value) => readDoi(textOf(value) ?? ''),
    arxiv: (value) => readArxivId(textOf(value) ?? ''),
  }
}

const READ_PLAIN = readersOf(true)
const READ_MARKUP = readersOf(false)

export const fieldReaders = (plain: boolean): FieldReaders => (plain ? READ_PLAIN : READ_MARKUP)

/**
 * Reads one record into a paper with its key; null where it has no title. Throws `unprocessable` for what must not be
 * guessed at: a title or abstract that is no text, a date that is none. All else that cannot be read is null.
 */
export function paperOfRecord(record: RawRecord, format: string, names: ColumnNames): KeyedPaper | null {
  const { values, plain } = record
  const readers = fieldReaders(plain)
  const columns = names.columnsIn(values)

  /** The first of a field's columns that can be read. */
  function first<T>(field: ColumnField, read: (value: unknown) => T | null): T | null {
    for (const name of columns[field]) {
      const value = values.get(name)
      if (readers.isNothing(name, value)) continue
      const found = read(value)
      if (found === null) continue
      names.serve(field, name)
      return found
    }
    return null
  }

  const title = first('title', readers.title)
  if (title === null) return null
  const abstract = first('abstract', readers.abstract)
  const embase = embaseSource(values)
  const date = dateOf(first, embase.date)
  const authors = first('authors', readers.authors)
  const link = first('url', readers.url)
  const doi = first('doi', readers.doi) ?? (link === null ? null : doiOfUrl(link))
  const id = first('id', readers.id)
  const arxiv = first('arxiv', readers.arxiv) ?? arxivIdIn(link, doi, id)
  const url = link ?? (arxiv === null || plain ? null : `https://arxiv.org/abs/${arxiv}`)
  const paper: Paper = {
    id: id ?? '',
    title,
    abstract,
    ...date,
    dateInferred: plain && date.date !== null && ['true', true].includes(values.get('dateinferred') as boolean),
    authors,
    authorCount: first('authorCount', countOf) ?? authors?.length ?? null,
    organization: first('organization', readers.text),
    venue: first('venue', readers.text) ?? embase.venue,
    doi,
    url,
    keywords: first('keywords', readers.keywords),
    votes: first('votes', countOf),
    comments: first('comments', countOf),
    label: first('label', readers.text),
    source: (plain ? readers.text(values.get('source')) : null) ?? format,
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
