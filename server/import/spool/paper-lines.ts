import { Buffer } from 'node:buffer'
import { paperLine } from '../../../shared/paper.ts'
import type { KeyedPaper } from '../identity/key.ts'
import { fieldBits, type SpooledPaper } from './spooled-paper.ts'

/** Lines of papers and what is kept of each, as columns: what goes from thread to thread. */
export interface PaperColumns {
  /** The lines of all of them, each with its LF. */
  bytes: Uint8Array
  /** Paper → bytes of its line, and the line of the file that it was read from. */
  lengths: Int32Array
  lines: Int32Array
  /** Paper → the fields of `SpooledPaper`. */
  fields: Int32Array
  ownIds: Uint8Array
  ids: string[]
  keys: string[]
  dois: (string | null)[]
  dates: (string | null)[]
}

/** Part of some bytes: the abstract of a paper as it is to be written. */
export interface StandingText {
  bytes: Uint8Array
  start: number
  end: number
  /** The text that has its place in the paper. */
  standIn: string
}

/** Gathers lines of papers. */
export class PaperLines {
  #bytes: Buffer
  #length = 0
  readonly #lengths: number[] = []
  readonly #lines: number[] = []
  readonly #fields: number[] = []
  readonly #ownIds: number[] = []
  readonly #ids: string[] = []
  readonly #keys: string[] = []
  readonly #dois: (string | null)[] = []
  readonly #dates: (string | null)[] = []

  /** `expected`: bytes that it holds before it must grow. */
  constructor(expected: number) {
    // Not of the pool that small buffers share: it is handed to another thread.
    this.#bytes = Buffer.allocUnsafeSlow(expected)
  }

  /** Adds a paper that was read from a line of its file. */
  add({ key, ownId, paper }: KeyedPaper, line: number, standing: StandingText | null): void {
    const text = `${paperLine(paper)}\n`
    const before = this.#length
    if (standing === null) this.#write(text)
    else {
      const place = text.indexOf(`"abstract":"${standing.standIn}"`) + '"abstract":"'.length
      this.#write(text.slice(0, place))
      this.#copy(standing)
      this.#write(text.slice(place + standing.standIn.length))
    }
    this.#lengths.push(this.#length - before)
    this.#lines.push(line)
    this.#fields.push(fieldBits(paper))
    this.#ownIds.push(Number(ownId))
    this.#ids.push(paper.id)
    this.#keys.push(key)
    this.#dois.push(paper.doi)
    this.#dates.push(paper.date)
  }

  /** What was gathered; nothing may be added then. */
  take(): PaperColumns {
    return {
      bytes: this.#bytes.subarray(0, this.#length),
      lengths: Int32Array.from(this.#lengths),
      lines: Int32Array.from(this.#lines),
      fields: Int32Array.from(this.#fields),
      ownIds: Uint8Array.from(this.#ownIds),
      ids: this.#ids,
      keys: this.#keys,
      dois: this.#dois,
      dates: this.#dates,
    }
  }

  #write(text: string): void {
    // At most three bytes a UTF-16 unit.
    this.#reserve(3 * text.length)
    this.#length += this.#bytes.write(text, this.#length)
  }

  #copy({ bytes, start, end }: StandingText): void {
    this.#reserve(end - start)
    this.#bytes.set(bytes.subarray(start, end), this.#length)
    this.#length += end - start
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#length + count))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}

/** Paper i of columns whose lines begin at `start` in a spool. */
export function spooledPaper(columns: PaperColumns, i: number, start: number): SpooledPaper {
  return {
    key: columns.keys[i],
    ownId: columns.ownIds[i] === 1,
    id: columns.ids[i],
    doi: columns.dois[i],
    date: columns.dates[i],
    fields: columns.fields[i],
    start,
    length: columns.lengths[i],
  }
}
