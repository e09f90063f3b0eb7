import { Buffer } from 'node:buffer'
import { paperLine } from '../../../shared/paper.ts'
import type { KeyedPaper } from '../identity/key.ts'
import { fieldBits, type SpooledPaper } from './spooled-paper.ts'

/** Lines of papers and what is kept of each, as columns. */
export interface PaperColumns {
  /** The lines of all of them, each with its LF. */
  bytes: Uint8Array
  /** Paper → bytes of its line, and the line of the file that it was read from. */
  lengths: Int32Array
  lines: Int32Array
  /** Paper → the fields of `SpooledPaper`. */
  fields: Int32Array
  ownIds: Uint8Array
  /** Id, DOI, date and key of each paper, all in one text: to take one out of it costs little. */
  texts: string
  /** Units of each of these, −1 for null. */
  textLengths: Int32Array
}

/** Part of some bytes: the abstract of a paper as it is to be written. */
export interface StandingText {
  bytes: Uint8Array
  start: number
  end: number
  /** The text that has its place in the paper. */
  standIn: string
}

/** What is kept of a paper beside its line. */
export interface LineFacts extends Omit<SpooledPaper, 'start' | 'length'> {
  /** The line of the file that it was read from. */
  line: number
}

/**
 * Numbers of a paper whose line was written elsewhere, an own id among them: bytes of the line, number of the line that it was read from, its fields, units of its id, DOI (−1: none), date (−1)
 * and key, and one that says nothing.
 */
export const FACTS = 8

/** Bytes or units that are written one by one. */
const FEW = 48

/** Gathers lines of papers. */
export class PaperLines {
  #bytes: Buffer
  #length = 0
  /** Bytes of the lines that are ended. */
  #closed = 0
  readonly #lengths: number[] = []
  readonly #lines: number[] = []
  readonly #fields: number[] = []
  readonly #ownIds: number[] = []
  #texts = ''
  readonly #textLengths: number[] = []

  /** `expected`: bytes that it holds before it must grow. */
  constructor(expected: number) {
    // Not of the pool that small buffers share, nor filled with zeros.
    this.#bytes = Buffer.allocUnsafeSlow(expected)
  }

  /** Adds a paper that was read from a line of its file. */
  add({ key, ownId, paper }: KeyedPaper, line: number, standing: StandingText | null): void {
    const text = `${paperLine(paper)}\n`
    if (standing === null) {
      this.open(3 * text.length)
      this.write(text)
    } else {
      const { bytes, start, end, standIn } = standing
      const place = text.indexOf(`"abstract":"${standIn}"`) + '"abstract":"'.length
      this.open(3 * text.length + end - start)
      this.write(text.slice(0, place))
      this.copy(bytes, start, end)
      this.write(text.slice(place + standIn.length))
    }
    this.close({ id: paper.id, key, ownId, doi: paper.doi, date: paper.date, fields: fieldBits(paper), line })
  }

  /** Makes room for a line of so many bytes at most, which is then written piece by piece. */
  open(most: number): void {
    if (this.#length + most <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#length + most))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }

  write(text: string): void {
    const bytes = this.#bytes
    let at = this.#length
    if (text.length > FEW) at += bytes.write(text, at)
    else {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        if (unit > 0x7f) {
          at += bytes.write(text.slice(i), at)
          break
        }
        bytes[at++] = unit
      }
    }
    this.#length = at
  }

  copy(from: Uint8Array, start: number, end: number): void {
    const bytes = this.#bytes
    const to = this.#length
    // A loop has done with few bytes before anything else has begun.
    if (end - start > FEW) bytes.set(from.subarray(start, end), to)
    else for (let i = start; i < end; i++) bytes[to + i - start] = from[i]
    this.#length = to + end - start
  }

  put(byte: number): void {
    this.#bytes[this.#length++] = byte
  }

  /** Ends the line of a paper. */
  close({ id, key, ownId, doi, date, fields, line }: LineFacts): void {
    this.#lengths.push(this.#length - this.#closed)
    this.#closed = this.#length
    this.#lines.push(line)
    this.#fields.push(fields)
    this.#ownIds.push(Number(ownId))
    this.#texts += `${id}${doi ?? ''}${date ?? ''}${key}`
    this.#textLengths.push(id.length, doi?.length ?? -1, date?.length ?? -1, key.length)
  }

  /** Adds lines of papers that are written already, with numbers of each (`FACTS`) and the texts that are kept. */
  addLines(lines: Uint8Array, facts: Int32Array, count: number, texts: string): void {
    this.open(lines.length)
    this.#bytes.set(lines, this.#length)
    this.#length += lines.length
    this.#closed = this.#length
    this.#texts += texts
    for (let at = 0; at < count * FACTS; at += FACTS) {
      this.#lengths.push(facts[at])
      this.#lines.push(facts[at + 1])
      this.#fields.push(facts[at + 2])
      this.#ownIds.push(1)
      this.#textLengths.push(facts[at + 3], facts[at + 4], facts[at + 5], facts[at + 6])
    }
  }

  /** What was gathered; nothing may be added then. */
  take(): PaperColumns {
    return {
      bytes: this.#bytes.subarray(0, this.#length),
      lengths: Int32Array.from(this.#lengths),
      lines: Int32Array.from(this.#lines),
      fields: Int32Array.from(this.#fields),
      ownIds: Uint8Array.from(this.#ownIds),
      texts: this.#texts,
      textLengths: Int32Array.from(this.#textLengths),
    }
  }
}

/** Calls back with each paper of columns whose lines begin at `start` in a spool. */
export function forEachPaperOf(
  columns: PaperColumns,
  start: number,
  take: (paper: SpooledPaper, line: number, i: number) => void,
): void {
  const { texts, textLengths, lengths, lines, fields, ownIds } = columns
  let at = 0
  const next = (length: number): string | null => (length < 0 ? null : texts.slice(at, (at += length)))
  for (let i = 0; i < lengths.length; i++) {
    const id = next(textLengths[4 * i])!
    const doi = next(textLengths[4 * i + 1])
    const date = next(textLengths[4 * i + 2])
    const key = next(textLengths[4 * i + 3])!
    const paper = { key, ownId: ownIds[i] === 1, id, doi, date, fields: fields[i], start, length: lengths[i] }
    take(paper, lines[i], i)
    start += lengths[i]
  }
}
