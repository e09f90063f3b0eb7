import { TidemapError } from '../../shared/error.ts'
import { classify } from './page/page-line.ts'
import { foldName, isKnownColumn, isTitle } from './record/columns.ts'
import { dailyPapersHtml } from './readers/daily-papers-html.ts'
import { dailyPapersPage } from './readers/daily-papers-page.ts'
import { json } from './readers/json.ts'
import { jsonLines } from './readers/json-lines.ts'
import { show } from './readers/json-record.ts'
import type { Reader } from './readers/reader.ts'
import { table } from './readers/table.ts'
import { isHtml, knownButUnread, unsupported, WORKS_TODAY } from './unsupported.ts'

const DELIMITERS = [',', '\t', ';', '|']
const HEADER_ROWS = 12

/**
 * Chooses the reader by what the text's first part says; a file's name decides nothing. Throws `unprocessable` for an
 * empty text or a table without a title column, `unsupported-format` for anything else that cannot be read.
 */
export function detect(head: string, asOf: string): Reader {
  const start = head.trimStart()
  if (start === '') throw new TidemapError('unprocessable', 'file is empty', { hint: WORKS_TODAY })
  if (isHtml(start)) return dailyPapersHtml
  if (start.startsWith('{') || start.startsWith('[')) return isJsonLines(start) ? jsonLines : json
  const known = knownButUnread(start)
  if (known !== null) throw unsupported(known)
  const shape = tableShape(head)
  if (shape !== null) return table(shape)
  if (isDailyPapersPage(head)) return dailyPapersPage(asOf)
  throw unreadable(start)
}

/** JSON Lines: the first line is a whole record, or what follows it begins another. */
function isJsonLines(start: string): boolean {
  if (!start.startsWith('{')) return false
  const end = start.indexOf('\n')
  if (end < 0) return isRecord(start)
  const rest = start.slice(end).trimStart()
  if (rest === '') return isRecord(start)
  const first = start.slice(0, end).trimEnd()
  // A line that breaks off inside a value is a record cut short; one that breaks off between values is laid out in lines.
  if (rest.startsWith('{') && !/[[{,:]$/.test(first)) return true
  try {
    JSON.parse(first)
    return true
  } catch {
    return false
  }
}

/** Whether a text is one object that has a title itself, rather than a list of what has. */
function isRecord(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && Object.keys(value).some((key) => isTitle(foldName(key)))
  } catch {
    // A single line that is cut short is as likely to be one as the other.
    return false
  }
}

/** The page's heading with a date or footer below, or a line such as `9 authors` or `·` with a date below. */
function isDailyPapersPage(head: string): boolean {
  let afterDot = false
  let heading = false
  let count = 0
  for (const line of head.split('\n')) {
    const found = classify(line)
    if (found.kind === 'heading') heading = true
    if (found.kind === 'footer' && (found.authors !== null || heading)) return true
    if (found.kind === 'date' && (afterDot || heading)) return true
    if (found.kind === 'submitted' && (heading || ++count > 1)) return true
    if (found.kind !== 'blank') afterDot = found.kind === 'dot'
  }
  return false
}

/** The delimiter and row of the first header with a title column; of several delimiters the one with most columns. */
function tableShape(head: string): { delimiter: string; headerRow: number } | null {
  const rows = firstRows(head)
  let first = true
  for (const [headerRow, row] of rows.entries()) {
    let best: { delimiter: string; columns: number } | null = null
    for (const delimiter of DELIMITERS) {
      const cells = splitRow(row, delimiter)
      const names = cells.map(foldName)
      // Below the first row, one cell that reads Title may be anything.
      const known = names.filter(isKnownColumn).length
      if (names.some(isTitle) && (first || known > 1) && cells.length > (best?.columns ?? 0)) {
        best = { delimiter, columns: cells.length }
      }
    }
    if (best) return { delimiter: best.delimiter, headerRow }
    if (row.trim() !== '' && !/^sep=.$/i.test(row.trim())) first = false
  }
  return null
}

/** The first rows; line ends inside quotes do not end one. */
function firstRows(head: string): string[] {
  const rows: string[] = []
  let row = ''
  for (const line of head.split('\n')) {
    row = row === '' ? line : `${row}\n${line}`
    // An odd number of quotes: the row goes on.
    if (row.length < 20_000 && row.split('"').length % 2 === 0) continue
    rows.push(row)
    row = ''
    if (rows.length === HEADER_ROWS) break
  }
  if (row !== '') rows.push(row)
  return rows
}

function splitRow(row: string, delimiter: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (const mark of row) {
    if (mark === '"') quoted = !quoted
    else if (mark === delimiter && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += mark
  }
  cells.push(cell)
  return cells
}

function unreadable(start: string): TidemapError {
  const row = firstRows(start)[0] ?? ''
  const cells = DELIMITERS.map((delimiter) => splitRow(row, delimiter)).reduce((a, b) => (b.length > a.length ? b : a))
  const isTable = cells.length > 1 && cells.every((cell) => cell.length < 80)
  if (isTable) {
    const names = cells.map((cell) => cell.trim()).join(', ')
    return new TidemapError('unprocessable', `no title column: ${show(names)}`, {
      line: 1,
      hint: 'name one column "title"',
    })
  }
  return new TidemapError('unsupported-format', `unknown format: ${show(row.trim())}`, { hint: WORKS_TODAY })
}
