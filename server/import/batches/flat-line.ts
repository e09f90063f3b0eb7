import { Buffer } from 'node:buffer'
import { NextPlace } from '../../../shared/next-place.ts'
import { PlainBytes, plainLength } from '../../../shared/plain-bytes.ts'
import { MOST_COLUMNS, shapeAt, type LineShape, type LineShapes } from './line-shapes.ts'

/** What the value of a column is. */
export const KIND = { null: 0, true: 1, false: 2, count: 3, text: 4, list: 5 } as const

/** What is to be known of a text: bits. */
export const TEXT = {
  /** Quotation marks or backslashes stand in it, each behind a backslash. */
  escaped: 1,
  /** `<` or `&`. */
  markup: 2,
  /** More than ASCII. */
  wide: 4,
  /** Other than plain characters, or blanks but by themselves between them. */
  unclean: 8,
} as const

const MOST_ITEMS = 4096
/** Digits that are a number as they stand. */
const DIGITS = 15
/** Bytes after which the rest of a text is looked at four at a time. */
const SHORT = 64

const [QUOTE, BACKSLASH, BLANK, COLON, COMMA, LESS, AND] = Buffer.from('"\\ :,<&')
const [OPEN, CLOSE, LIST, LIST_END, ZERO, NINE] = Buffer.from('{}[]09')
const WORDS: readonly [first: number, kind: number, word: Uint8Array][] = (['null', 'true', 'false'] as const).map(
  (word) => [word.charCodeAt(0), KIND[word], Buffer.from(word)],
)

/** Byte → what it is within a text. */
const PLAIN = 0
const ENDS = 1
const ODD = 2
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === QUOTE) return ENDS
  return byte <= BLANK || byte > 0x7e || byte === BACKSLASH || byte === LESS || byte === AND ? ODD : PLAIN
})

/**
 * A line of JSON that is one flat object, read where it stands: names of ASCII, and texts, whole numbers, lists of texts, `true`, `false` and `null` as values. All else is
 * for JSON.parse; what is found to be flat, it would have read so, too.
 */
export class FlatLine {
  readonly bytes: Buffer
  /** Column → its kind; where its text or digits begin and end, or its items in those below; what is to be known of its text. */
  readonly kinds = new Uint8Array(MOST_COLUMNS)
  readonly starts = new Int32Array(MOST_COLUMNS)
  readonly ends = new Int32Array(MOST_COLUMNS)
  readonly marks = new Uint8Array(MOST_COLUMNS)
  /** Item of a list → the same of its text. Those of all lists, one after the other. */
  readonly itemStarts = new Int32Array(MOST_ITEMS)
  readonly itemEnds = new Int32Array(MOST_ITEMS)
  readonly itemMarks = new Uint8Array(MOST_ITEMS)
  readonly #shapes: LineShapes
  readonly #plain: PlainBytes
  readonly #less: NextPlace<number>
  readonly #and: NextPlace<number>
  readonly #backslash: NextPlace<number>
  #items = 0
  /** What is to be known of the text that was walked through last. */
  #marks = 0

  /** `bytes`: well-formed UTF-8, from the start of a buffer. */
  constructor(bytes: Uint8Array, shapes: LineShapes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.bytes = buffer
    this.#shapes = shapes
    this.#plain = new PlainBytes(bytes)
    this.#less = new NextPlace(buffer, LESS)
    this.#and = new NextPlace(buffer, AND)
    this.#backslash = new NextPlace(buffer, BACKSLASH)
  }

  /** Reads the line bytes[from…end), which comes after those that were read before; null where it is to be read in the general way. */
  read(from: number, end: number): LineShape | null {
    const bytes = this.bytes
    if (bytes[from] !== OPEN) return null
    this.#items = 0
    let node = this.#shapes.root
    for (let at = this.#afterBlanks(from + 1), column = 0; ; column++) {
      if (bytes[at] !== QUOTE) return null
      const next = this.#shapes.after(node, bytes, at)
      if (next === null) return null
      at = this.#afterBlanks(at + node.keys[node.last].length)
      node = next
      if (bytes[at] !== COLON) return null
      at = this.#readValue(column, this.#afterBlanks(at + 1), end)
      if (at < 0) return null
      at = this.#afterBlanks(at)
      if (bytes[at] === CLOSE) return at + 1 === end ? shapeAt(node) : null
      if (bytes[at] !== COMMA) return null
      at = this.#afterBlanks(at + 1)
    }
  }

  #afterBlanks(at: number): number {
    while (this.bytes[at] === BLANK) at++
    return at
  }

  /** The place after a value; −1 where it is none of a flat record. */
  #readValue(column: number, at: number, lineEnd: number): number {
    const byte = this.bytes[at]
    if (byte === QUOTE) {
      const end = this.#endOfText(at + 1, lineEnd)
      this.#set(column, KIND.text, at + 1, end)
      this.marks[column] = this.#marks
      return end < 0 ? -1 : end + 1
    }
    if (byte === LIST) return this.#readList(column, at + 1, lineEnd)
    if (byte >= ZERO && byte <= NINE) return this.#readCount(column, at)
    for (const [first, kind, word] of WORDS) {
      if (byte !== first) continue
      this.#set(column, kind, at, at + word.length)
      return word.every((letter, i) => this.bytes[at + i] === letter) ? at + word.length : -1
    }
    return -1
  }

  #set(column: number, kind: number, start: number, end: number): void {
    this.kinds[column] = kind
    this.starts[column] = start
    this.ends[column] = end
  }

  #readCount(column: number, start: number): number {
    let end = start + 1
    while (this.bytes[end] >= ZERO && this.bytes[end] <= NINE) end++
    this.#set(column, KIND.count, start, end)
    return end - start > DIGITS || (end - start > 1 && this.bytes[start] === ZERO) ? -1 : end
  }

  #readList(column: number, start: number, lineEnd: number): number {
    const bytes = this.bytes
    const first = this.#items
    let at = this.#afterBlanks(start)
    for (let isFirst = true; !(isFirst && bytes[at] === LIST_END); isFirst = false) {
      if (bytes[at] !== QUOTE || this.#items === MOST_ITEMS) return -1
      const end = this.#endOfText(at + 1, lineEnd)
      if (end < 0) return -1
      this.itemStarts[this.#items] = at + 1
      this.itemEnds[this.#items] = end
      this.itemMarks[this.#items++] = this.#marks
      at = this.#afterBlanks(end + 1)
      if (bytes[at] === LIST_END) break
      if (bytes[at] !== COMMA) return -1
      at = this.#afterBlanks(at + 1)
    }
    this.#set(column, KIND.list, first, this.#items)
    return at + 1
  }

  /** Where the quotation mark is that ends a text, of which `#marks` tells then; −1 where there is none, or another escape than of these two. */
  #endOfText(start: number, lineEnd: number): number {
    const bytes = this.bytes
    let marks = 0
    let afterBlank = true
    for (let at = start; at < lineEnd;) {
      const byte = bytes[at]
      const kind = CLASSES[byte]
      if (kind === PLAIN) {
        if (at - start >= SHORT) return this.#endOfLongText(at, lineEnd, marks)
        afterBlank = false
        at++
      } else if (kind === ENDS) {
        this.#marks = afterBlank && at > start ? marks | TEXT.unclean : marks
        return at
      } else if (byte === BLANK) {
        if (afterBlank) marks |= TEXT.unclean
        afterBlank = true
        at++
      } else if (byte < BLANK) return -1
      else {
        afterBlank = false
        if (byte === BACKSLASH) {
          if (bytes[at + 1] !== QUOTE && bytes[at + 1] !== BACKSLASH) return -1
          marks |= TEXT.escaped
          at += 2
        } else if (byte === LESS || byte === AND) {
          marks |= TEXT.markup
          at++
        } else {
          const length = plainLength(byte, bytes[at + 1], bytes[at + 2])
          marks |= length === 0 ? TEXT.wide | TEXT.unclean : TEXT.wide
          at += length === 0 ? 1 : length
        }
      }
    }
    return -1
  }

  /** The same from within a text, at a character that is plain. */
  #endOfLongText(start: number, lineEnd: number, marks: number): number {
    const bytes = this.bytes
    let quote = bytes.indexOf(QUOTE, start)
    for (let escape = this.#backslash.from(start); escape < quote; escape = this.#backslash.from(escape + 2)) {
      if (bytes[escape + 1] !== QUOTE && bytes[escape + 1] !== BACKSLASH) return -1
      if (escape + 1 === quote) quote = bytes.indexOf(QUOTE, quote + 1)
      marks |= TEXT.escaped
    }
    if (quote < 0 || quote >= lineEnd) return -1
    if (this.#less.from(start) < quote || this.#and.from(start) < quote) marks |= TEXT.markup
    if (!this.#plain.isPlain(start, quote)) {
      for (let at = start; at < quote; at++) if (bytes[at] < BLANK) return -1
      marks |= TEXT.unclean
    }
    this.#marks = marks | TEXT.wide
    return quote
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
