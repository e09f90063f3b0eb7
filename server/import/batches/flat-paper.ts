import { Buffer } from 'node:buffer'
import { PAPER_FIELDS, type Paper } from '../../../shared/paper.ts'
import type { PaperLines } from '../spool/paper-lines.ts'
import { FIELD_BITS } from '../spool/spooled-paper.ts'
import type { FlatLine } from './flat-line.ts'
import { BEFORE } from './written-fields.ts'

/** Place of a field among those that are written: to look it up by its name for every value of every line takes as long as to read it. */
export const OUT = Object.fromEntries(PAPER_FIELDS.map((field, i) => [field, i])) as Record<keyof Paper, number>

const AFTER = Buffer.from('}\n')
const BEFORE_BYTES = BEFORE.reduce((sum, { length }) => sum + length, AFTER.length)

/** How the value of a field is written: `null`, JSON that was made, or a text or the texts of a list as they stand. */
const MADE = 0
export const AS_TEXT = 1
export const AS_LIST = 2

const [COMMA, LIST, LIST_END] = Buffer.from(',[]')

/** A paper as it is to be written, field by field: JSON that was made, or what stands in the flat line that it is read from. */
export class FlatPaper {
  readonly #line: FlatLine
  /** Field that is written → how; the JSON, or where it begins and ends: bytes of a text, items of a list. */
  readonly #how = new Uint8Array(PAPER_FIELDS.length)
  readonly #made: string[] = PAPER_FIELDS.map(() => 'null')
  readonly #starts = new Int32Array(PAPER_FIELDS.length)
  readonly #ends = new Int32Array(PAPER_FIELDS.length)

  constructor(line: FlatLine) {
    this.#line = line
  }

  /** Forgets where values stand, for the next line; every field is to be set then. */
  clear(): void {
    this.#how.fill(MADE)
  }

  /** Sets a field (`OUT`) to JSON that was made. */
  set(out: number, json: string): void {
    this.#how[out] = MADE
    this.#made[out] = json
  }

  /** Sets a field to what stands in the line. `how`: `AS_TEXT` or `AS_LIST`; `start`, `end`: bytes of a text without its quotation marks, items of a list. */
  stand(out: number, how: number, start: number, end: number): void {
    this.#how[out] = how
    this.#starts[out] = start
    this.#ends[out] = end
  }

  /** Whether nothing is said of a field. */
  isNull(out: number): boolean {
    return this.#how[out] === MADE && this.#made[out] === 'null'
  }

  /** The JSON that a field was set to. */
  madeOf(out: number): string {
    return this.#made[out]
  }

  /** Which fields say something, as `SpooledPaper` has them. */
  fields(isInferred: boolean): number {
    let bits = isInferred ? FIELD_BITS.dateInferred : 0
    for (let field = 0; field < PAPER_FIELDS.length; field++) {
      if (field !== OUT.dateInferred && (this.#how[field] !== MADE || this.#made[field] !== 'null')) bits |= 1 << field
    }
    return bits
  }

  /** Writes its line. */
  write(papers: PaperLines): void {
    papers.open(this.#mostBytes())
    for (let field = 0; field < PAPER_FIELDS.length; field++) {
      papers.copy(BEFORE[field], 0, BEFORE[field].length)
      const how = this.#how[field]
      if (how === MADE) papers.write(this.#made[field])
      // With its quotation marks.
      else if (how === AS_TEXT) papers.copy(this.#line.bytes, this.#starts[field] - 1, this.#ends[field] + 1)
      else this.#writeList(papers, this.#starts[field], this.#ends[field])
    }
    papers.copy(AFTER, 0, AFTER.length)
  }

  #mostBytes(): number {
    const { itemStarts, itemEnds } = this.#line
    let most = BEFORE_BYTES
    for (let field = 0; field < PAPER_FIELDS.length; field++) {
      const how = this.#how[field]
      const [start, end] = [this.#starts[field], this.#ends[field]]
      if (how === MADE) most += 3 * this.#made[field].length
      else if (how === AS_TEXT) most += end - start + 2
      else most += itemEnds[end - 1] - itemStarts[start] + 4
    }
    return most
  }

  #writeList(papers: PaperLines, start: number, end: number): void {
    const { itemStarts, itemEnds, bytes } = this.#line
    for (let i = start; i < end; i++) {
      papers.put(i === start ? LIST : COMMA)
      papers.copy(bytes, itemStarts[i] - 1, itemEnds[i] + 1)
    }
    papers.put(LIST_END)
  }
}
