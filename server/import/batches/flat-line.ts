import { Buffer } from 'node:buffer'
import { KIND, TEXT, type FoundLine, type LineScanner } from './line-scanner.ts'
import type { LineScanners } from './line-scanners.ts'
import type { LineShape } from './line-shapes.ts'

/** A line of JSON that is one flat object, read where it stands, value by value. */
export class FlatLine implements FoundLine {
  readonly scanners: LineScanners
  bytes!: Buffer
  kinds!: Uint8Array
  starts!: Int32Array
  ends!: Int32Array
  marks!: Uint8Array
  itemStarts!: Int32Array
  itemEnds!: Int32Array
  itemMarks!: Uint8Array
  /** That of the batch. */
  scanner!: LineScanner

  constructor(scanners: LineScanners) {
    this.scanners = scanners
  }

  /** Turns to another batch: well-formed UTF-8, from the start of a buffer. */
  begin(bytes: Uint8Array): void {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.scanner = this.scanners.begin(this.bytes)
    const { found } = this.scanner
    this.kinds = found.kinds
    this.starts = found.starts
    this.ends = found.ends
    this.marks = found.marks
    this.itemStarts = found.itemStarts
    this.itemEnds = found.itemEnds
    this.itemMarks = found.itemMarks
  }

  /** Reads the line bytes[from…end), which comes after those that were read before; null where it is to be read in the general way. */
  read(from: number, end: number): LineShape | null {
    return this.scanner.read(from, end)
  }

  /** The value of a column, as JSON has it. */
  valueAt(column: number): unknown {
    const kind = this.kinds[column]
    if (kind === KIND.text) return this.textAt(column)
    if (kind === KIND.count) return Number(this.bytes.toString('latin1', this.starts[column], this.ends[column]))
    if (kind !== KIND.list) return kind === KIND.null ? null : kind === KIND.true
    const items: string[] = []
    for (let i = this.starts[column]; i < this.ends[column]; i++) items.push(this.itemAt(i))
    return items
  }

  /** Whether a column says `true`, be it as a text. */
  isTrue(column: number): boolean {
    return this.kinds[column] === KIND.text ? this.textAt(column) === 'true' : this.valueAt(column) === true
  }

  /** The text of a column. */
  textAt(column: number): string {
    return this.#decoded(this.starts[column], this.ends[column], this.marks[column])
  }

  /** An item of a list. */
  itemAt(item: number): string {
    return this.#decoded(this.itemStarts[item], this.itemEnds[item], this.itemMarks[item])
  }

  #decoded(start: number, end: number, marks: number): string {
    const { bytes } = this
    if ((marks & TEXT.escaped) !== 0) return JSON.parse(bytes.toString('utf8', start - 1, end + 1)) as string
    return (marks & TEXT.wide) === 0 ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end)
  }
}
