import { textCell } from '../../../shared/csv.ts'
import { COLUMNS, isKnownColumn, isTitle } from '../record/columns.ts'
import type { Sink } from './reader.ts'

/** Columns that are no field by themselves: Embase puts venue and date into `source`. */
const ALSO_READ = new Set(['source', 'dateinferred'])
/** What our own report has as CSV, and no other table. */
const OWN_COLUMNS = ['paperid', 'dateinferred', 'topicid']

interface Row {
  cells: string[]
  /** 1-based lines on which it starts and ends. */
  first: number
  last: number
}

/** Turns the rows of a table into records: finds the names, skips blank rows, and judges rows of another width. */
export class Rows {
  readonly #headerRow: number
  readonly #sink: Sink
  /** Columns that are read: place in a row, folded name. */
  #columns: [place: number, folded: string][] = []
  #header: string[] = []
  #titlePlace = 0
  /** True for a report of ours: its texts are formula-escaped and hold no markup. */
  #own = false
  /** True where every column is read, so that no shifted cell can be harmless. */
  #allKnown = false
  #count = 0
  /** The last row, held back until it is known whether the file ends with it. */
  #held: Row | null = null
  #ragged = { short: 0, long: 0 }
  /** The last line of the last row. */
  lastLine = 0

  constructor(headerRow: number, sink: Sink) {
    this.#headerRow = headerRow
    this.#sink = sink
  }

  take(cells: string[], lastLine: number): void {
    const row = { cells, first: this.lastLine + 1, last: lastLine }
    this.lastLine = lastLine
    const at = this.#count++
    if (at < this.#headerRow) return
    if (at === this.#headerRow) {
      this.#readHeader(cells)
      return
    }
    if (this.#held) this.#emit(this.#held, false)
    this.#held = row
  }

  /** Gives out the last row; one that the file may have been cut off in is looked at more closely. */
  end(endsInLineEnd: boolean): void {
    if (this.#held) this.#emit(this.#held, !endsInLineEnd)
    this.#held = null
    const { short, long } = this.#ragged
    if (short > 0) this.#sink.note(`records with fewer cells than there are columns: ${short}`)
    if (long > 0)
      this.#sink.note(`records with more cells than there are columns: ${long}; the cells beyond were left out`)
    this.#ragged = { short: 0, long: 0 }
  }

  #readHeader(cells: string[]): void {
    this.#header = cells
    while (this.#header.at(-1)?.trim() === '') this.#header = this.#header.slice(0, -1)
    const folded = this.#header.map((name) => this.#sink.fold(name))
    this.#columns = folded.flatMap((name, place): [number, string][] =>
      isKnownColumn(name) || ALSO_READ.has(name) ? [[place, name]] : [],
    )
    this.#titlePlace = folded.findIndex(isTitle)
    this.#own = OWN_COLUMNS.every((name) => folded.includes(name))
    this.#allKnown = folded.every(isKnownColumn)
  }

  #emit(row: Row, cutHere: boolean): void {
    const { cells, first, last } = row
    const width = this.#header.length
    if (cells.every((cell) => cell.trim() === '')) return
    if (cells.length >= width && this.#header.every((name, i) => cells[i] === name)) return
    const surplus = cells.slice(width).some((cell) => cell.trim() !== '')
    const manyLines = last > first
    if (manyLines && cells.some(hasOpenQuote)) {
      this.#sink.malformed(first, 'record with a quote that is opened and never closed')
      return
    }
    if (surplus && this.#allKnown) {
      this.#sink.malformed(first, `record with ${cells.length} cells where there are ${width} columns`)
      return
    }
    if (cells.length < width && (manyLines || cutHere)) {
      this.#sink.malformed(first, `record cut short: ${cells.length} cells where there are ${width} columns`)
      return
    }
    if (surplus) this.#ragged.long++
    if (cells.length < width) this.#ragged.short++
    const values = new Map<string, unknown>()
    for (const [place, name] of this.#columns) {
      // A surplus cell shifted what is after it, and Scopus has its ids at the end: those are counted from there.
      const shifted = surplus && place > this.#titlePlace && COLUMNS.id.includes(name)
      const cell = cells[shifted ? place + cells.length - width : place]
      if (cell !== undefined && cell !== '' && !values.has(name))
        values.set(name, this.#own ? unescapeFormula(cell) : cell)
    }
    this.#sink.record({ line: first, values, plain: this.#own })
  }
}

/** The inverse of `textCell`: without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
function unescapeFormula(cell: string): string {
  const text = cell.slice(1)
  return cell.startsWith("'") && /^"?'/.test(textCell(text)) ? text : cell
}

/** A cell over several lines that keeps an odd number of quotes swallowed the row after it. */
function hasOpenQuote(cell: string): boolean {
  if (!cell.startsWith('"') || !cell.includes('\n')) return false
  return cell.split('"').length % 2 === 0
}
