import { TidemapError } from '../../shared/error.ts'
import type { Rejection } from '../../shared/receipt.ts'
import type { KeyedPaper } from './identity/key.ts'
import { LIMITS } from './limits.ts'
import { ColumnNames } from './record/columns.ts'
import { paperOfRecord } from './record/paper-of-record.ts'
import type { RawRecord, Sink } from './readers/reader.ts'
import { forEachPaperOf, type PaperColumns } from './spool/paper-lines.ts'
import type { Spool } from './spool/spool.ts'
import { spoolPaper, type SpooledPaper } from './spool/spooled-paper.ts'

const REASON_LENGTH = 200

/** Where a reader's records arrive: they become papers in a spool, rejections, or the error that refuses the file. */
export class Intake implements Sink {
  readonly papers: SpooledPaper[] = []
  readonly rejected: Rejection[] = []
  readonly notes: string[] = []
  readonly names = new ColumnNames()
  readonly #format: string
  readonly #skipBad: boolean
  readonly #spool: Spool
  #records = 0

  constructor(format: string, skipBad: boolean, spool: Spool) {
    this.#format = format
    this.#skipBad = skipBad
    this.#spool = spool
  }

  record(record: RawRecord): void {
    this.recordOn(record.line, () => paperOfRecord(record, this.#format, this.names))
  }

  /** Takes the record of a line, which `read` makes a paper; null where it has no title. */
  recordOn(line: number, read: () => KeyedPaper | null): void {
    this.#count(line)
    let keyed: KeyedPaper | null
    try {
      keyed = read()
    } catch (error) {
      if (!(error instanceof TidemapError)) throw error
      this.malformed(line, error.message)
      return
    }
    this.#records++
    if (keyed === null) this.#reject(line, 'no title')
    else this.papers.push(spoolPaper(keyed, this.#spool))
  }

  /** Takes papers that are lines already; `onPaper` is called before each. */
  takeLines(columns: PaperColumns, onPaper: (i: number) => void): void {
    forEachPaperOf(columns, this.#spool.append(columns.bytes), (paper, line, i) => {
      onPaper(i)
      this.#count(line)
      this.#records++
      this.papers.push(paper)
    })
  }

  #count(line: number): void {
    if (this.#records < LIMITS.records) return
    throw new TidemapError('too-large', `more than ${LIMITS.records} records`, { line, hint: 'split the file' })
  }

  malformed(line: number, reason: string): void {
    this.#records++
    if (!this.#skipBad) {
      throw new TidemapError('unprocessable', reason, {
        line,
        hint: 'mend the record, or leave out what cannot be read with --skip-bad',
      })
    }
    this.#reject(line, reason)
  }

  #reject(line: number, reason: string): void {
    if (this.rejected.length >= LIMITS.rejected) {
      throw new TidemapError('unprocessable', `more than ${LIMITS.rejected} records rejected`, {
        line,
        hint: `the first was on line ${this.rejected[0]?.line}: ${this.rejected[0]?.reason}`,
      })
    }
    this.rejected.push({ line, record: this.#records, reason: reason.slice(0, REASON_LENGTH).toWellFormed() })
  }

  fold(name: string): string {
    return this.names.fold(name)
  }

  note(sentence: string): void {
    if (this.notes.length < 20) this.notes.push(sentence)
  }

  /** Refuses a file in which there is no paper at all. */
  refuseNothing(): void {
    if (this.papers.length > 0) return
    const first = this.rejected[0]
    if (first === undefined) throw new TidemapError('unprocessable', `no records in this ${this.#format} file`)
    const same = this.rejected.every(({ reason }) => reason === first.reason)
    const why = same ? first.reason : `first: ${first.reason}`
    throw new TidemapError('unprocessable', `no papers: all ${this.rejected.length} records were rejected (${why})`, {
      line: first.line,
      hint: 'a paper needs a title at least',
    })
  }
}
