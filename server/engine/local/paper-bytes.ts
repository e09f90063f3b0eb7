import { PAPER_FIELDS } from '../../../shared/paper.ts'
import type { PaperFacts } from '../../analysis/text/paper-facts.ts'
import { TokenScanner } from '../../analysis/text/token-scanner.ts'

/** What stands before the value of each field in a line that `paperLine` wrote. */
const KEYS = PAPER_FIELDS.map((field, i) => Buffer.from(`${i === 0 ? '{' : ','}"${field}":`))
const [NULL, TRUE, FALSE] = ['null', 'true', 'false'].map((word) => Buffer.from(word))
const [ID, TITLE, ABSTRACT, DATE, VENUE, SOURCE] = (
  ['id', 'title', 'abstract', 'date', 'venue', 'source'] as const
).map((field) => PAPER_FIELDS.indexOf(field))

const [QUOTE, BACKSLASH, OPEN, CLOSE, COMMA, END, ZERO, NINE] = Buffer.from('"\\[],}09')

/** Digits of a whole number that reads the same in every engine. */
const MOST_DIGITS = 15

/**
 * Reads lines of UTF-8 as `paperLine` writes them without parsing them as JSON: the texts go right to the scanners, and of all else only what an analysis
 * keeps becomes a string.
 */
export class PaperBytes {
  readonly title = new TokenScanner()
  readonly abstract = new TokenScanner()
  readonly #bytes: Buffer
  /** Field → where its value stands. */
  readonly #starts = new Int32Array(PAPER_FIELDS.length)
  readonly #ends = new Int32Array(PAPER_FIELDS.length)
  /** Field → the last of its texts: in a collection, many papers share their venue and source. */
  readonly #texts: string[] = []

  /** `bytes`: well-formed UTF-8. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  /** Reads bytes[from…end), a line without its LF; null where it is not, or might not be, just what `paperLine` would write. */
  read(from: number, end: number): PaperFacts | null {
    let at = from
    for (let field = 0; field < KEYS.length; field++) {
      const start = this.#after(KEYS[field], at)
      if (start < 0) return null
      at = field === TITLE || field === ABSTRACT ? this.#text(field, start, end) : this.#value(start, end)
      if (at < 0) return null
      this.#starts[field] = start
      this.#ends[field] = at
    }
    if (this.#bytes[at] !== END || at + 1 !== end) return null
    const id = this.#string(ID)
    const date = this.#string(DATE)
    const venue = this.#string(VENUE)
    const source = this.#string(SOURCE)
    // What is no text, or no id, is for the slow way to judge.
    if (id === undefined || id === null || id === '') return null
    if (date === undefined || venue === undefined || source === undefined) return null
    return { id, date, venue, source, hasAbstract: this.#bytes[this.#starts[ABSTRACT]] === QUOTE }
  }

  /** Where `word` ends that begins at `at`, or −1. */
  #after(word: Buffer, at: number): number {
    for (let i = 0; i < word.length; i++) if (this.#bytes[at + i] !== word[i]) return -1
    return at + word.length
  }

  /** Loads the text that begins at `start`; where it ends, or −1. */
  #text(field: number, start: number, end: number): number {
    if (this.#bytes[start] !== QUOTE) return field === ABSTRACT ? this.#after(NULL, start) : -1
    const scanner = field === TITLE ? this.title : this.abstract
    const close = scanner.loadQuoted(this.#bytes, start + 1, end)
    return close < 0 ? -1 : close + 1
  }

  /** Where the value ends that begins at `start`; −1 where it is none, or not a plain one. */
  #value(start: number, end: number): number {
    const first = this.#bytes[start]
    if (first === QUOTE) return this.#plainString(start, end)
    if (first === NULL[0]) return this.#after(NULL, start)
    if (first === TRUE[0]) return this.#after(TRUE, start)
    if (first === FALSE[0]) return this.#after(FALSE, start)
    return first === OPEN ? this.#list(start, end) : this.#number(start)
  }

  #plainString(start: number, end: number): number {
    const bytes = this.#bytes
    let i = start + 1
    while (i < end && bytes[i] !== QUOTE && bytes[i] !== BACKSLASH && bytes[i] >= 0x20) i++
    return i < end && bytes[i] === QUOTE ? i + 1 : -1
  }

  #list(start: number, end: number): number {
    const bytes = this.#bytes
    let i = start + 1
    if (bytes[i] === CLOSE) return i + 1
    for (;;) {
      if (bytes[i] !== QUOTE) return -1
      i = this.#plainString(i, end)
      if (i < 0) return -1
      if (bytes[i] === CLOSE) return i + 1
      if (bytes[i] !== COMMA) return -1
      i++
    }
  }

  #number(start: number): number {
    const bytes = this.#bytes
    let i = start
    while (bytes[i] >= ZERO && bytes[i] <= NINE) i++
    const digits = i - start
    return digits === 0 || digits > MOST_DIGITS || (digits > 1 && bytes[start] === ZERO) ? -1 : i
  }

  /** A text that a field holds, or null; undefined where it is something else. */
  #string(field: number): string | null | undefined {
    const first = this.#bytes[this.#starts[field]]
    if (first === NULL[0]) return null
    if (first !== QUOTE) return undefined
    const text = this.#bytes.toString('utf8', this.#starts[field] + 1, this.#ends[field] - 1)
    return this.#texts[field] === text ? this.#texts[field] : (this.#texts[field] = text)
  }
}
