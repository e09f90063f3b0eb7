import { TidemapError } from '../../../shared/error.ts'
import { PERIOD_EXAMPLES, periodRange } from '../../../shared/period-span.ts'
import { QUERY_FIELDS, QUERY_SIGNS, type QueryField, type WordRule } from '../../../shared/query-language.ts'
import { cleanText } from '../text/clean.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'
import { fieldWords, type WordField } from './field-words.ts'
import type { QueryWord } from './query-word.ts'

/** Words that must follow each other. */
export interface PhraseClause {
  kind: 'phrase'
  words: QueryWord[]
  /** The only field it may be in; null for the title or the abstract, whichever are asked for. */
  field: 'title' | 'abstract' | WordField | null
  /** True for `-phrase`: papers that hold it do not match. */
  without: boolean
  /** True where it is no condition, but lifts the papers that hold it. */
  optional: boolean
}

/** Papers whose date lies between two days (since 1970-01-01), both included; ±Infinity for an open end. */
export interface YearClause {
  kind: 'year'
  first: number
  last: number
  without: boolean
}

/** Papers of a topic, by id or label. */
export interface TopicClause {
  kind: 'topic'
  topic: string
  without: boolean
}

export type Clause = PhraseClause | YearClause | TopicClause

/** A query: any of the alternatives, each of which asks for all of its clauses. */
export type Query = Clause[][]

const HINT = `type words such as ${QUERY_SIGNS.map(({ example }) => example).join(', ')}, or a field such as ${QUERY_FIELDS.title.example}`
const NAMES = Object.keys(QUERY_FIELDS)
// An optional minus, an optional field, then a quoted phrase (possibly unclosed) or a bare word.
const PIECE = new RegExp(String.raw`(-?)(?:(${NAMES.join('|')}):\s*)?(?:"([^"]*)"?|([^\s"]+))`, 'giu')

/**
 * Reads a typed query (`shared/query-language.ts` lists its signs and fields). Hyphens count as spaces; a field binds the one word or
 * quoted phrase that follows; `rule` says what words next to each other mean.
 * Throws `bad-request` where nothing is left to look for, and for a field or year that is none.
 */
export function parseQuery(text: string, rule: WordRule = 'together'): Query {
  const alternatives: Query = []
  let clauses: Clause[] = []
  let run: string[] = []
  const add = (clause: Clause | null): void => {
    if (clause !== null) clauses.push(clause)
  }
  const endRun = (): void => {
    if (rule === 'together') add(phrase(run.join(' '), false))
    else {
      for (const word of run) add(phrase(word, false))
      const together = run.length > 1 ? phrase(run.join(' '), false) : null
      if (together !== null) add({ ...together, optional: true })
    }
    run = []
  }
  const endAlternative = (): void => {
    endRun()
    if (clauses.some(({ without }) => !without)) alternatives.push(clauses)
    else if (clauses.length > 0) throw new TidemapError('bad-request', `query only excludes: ${text}`, { hint: HINT })
    clauses = []
  }
  for (const piece of text.matchAll(PIECE)) {
    const [whole, minus, name, quoted, bare] = piece as unknown as [string, string, string?, string?, string?]
    const value = quoted ?? bare ?? ''
    const without = minus === '-' && (piece.index === 0 || /\s/.test(text[piece.index - 1]))
    if (name !== undefined) {
      endRun()
      add(fieldClause(name.toLowerCase() as QueryField, value, quoted !== undefined, without))
    } else if (quoted !== undefined) {
      endRun()
      add(phrase(value, true, null, without))
    } else if (whole === 'OR') endAlternative()
    else if (whole === 'AND') endRun()
    else {
      refuseUnknownField(value, text[piece.index + whole.length])
      if (without) {
        endRun()
        add(phrase(value, false, null, true))
      } else run.push(`${minus}${value}`)
    }
  }
  endAlternative()
  if (alternatives.length === 0) throw new TidemapError('bad-request', `nothing to look for: "${text}"`, { hint: HINT })
  return alternatives
}

function fieldClause(field: QueryField, value: string, quoted: boolean, without: boolean): Clause {
  if (field === 'year') return yearClause(value, without)
  if (field === 'topic') return { kind: 'topic', topic: value.trim(), without }
  const clause =
    field === 'title' || field === 'abstract'
      ? phrase(value, quoted, field, without)
      : { kind: 'phrase' as const, words: fieldWords(field, value, quoted), field, without, optional: false }
  if (clause === null || clause.words.length === 0)
    throw new TidemapError('bad-request', `nothing to look for: ${field}:"${value}"`, { hint: HINT })
  return clause
}

function yearClause(value: string, without: boolean): YearClause {
  const range = periodRange(value)
  if (range === null) {
    throw new TidemapError('bad-request', `unknown year: ${value}`, {
      hint: `write year:2020, year:2018..2022 or year:2018..; in place of a year also ${PERIOD_EXAMPLES}`,
    })
  }
  return { kind: 'year', ...range, without }
}

/** `foo:bar` is no word of any text: whoever types it means a field. A web address or `12:30` does not look like one. */
function refuseUnknownField(bare: string, next: string | undefined): void {
  const name = /^(\p{L}{2,}):(.?)/u.exec(bare)
  if (name === null || name[2] === '/' || (name[2] === '' && next !== '"' && !NAMES.includes(name[1].toLowerCase())))
    return
  const known = `fields are ${NAMES.join(', ')}`
  if (NAMES.includes(name[1].toLowerCase()))
    throw new TidemapError('bad-request', `nothing follows ${name[1].toLowerCase()}:`, { hint: known })
  throw new TidemapError('bad-request', `unknown field: ${name[1]}`, {
    hint: `${known}; "quotes" make it a text to look for`,
  })
}

/** The words of a text as a phrase; null where only stop words are in it. */
function phrase(
  text: string,
  exact: boolean,
  field: 'title' | 'abstract' | null = null,
  without = false,
): PhraseClause | null {
  const words: QueryWord[] = []
  let offset = 0
  for (const part of cleanText(text).split(/\s+/)) {
    const tokens: string[] = []
    tokenize(part, (token) => tokens.push(token.toLowerCase()))
    tokens.forEach((word, i) => {
      const isPrefix = part.endsWith('*') && i === tokens.length - 1
      // The beginning of a word is none that holds a sentence together.
      if (isPrefix || !STOP_WORDS.has(word)) {
        words.push({ word, match: isPrefix ? 'prefix' : exact ? 'exact' : 'inflections', offset })
      }
      offset++
    })
  }
  if (words.length === 0) return null
  const first = words[0].offset
  const moved = words.map((word) => ({ ...word, offset: word.offset - first }))
  return { kind: 'phrase', words: moved, field, without, optional: false }
}
