import { Buffer } from 'node:buffer'
import { plainLength } from '../../../shared/plain-bytes.ts'
import { KIND, MOST_DIGITS, MOST_ITEMS, TEXT, type FoundLine, type LineScanner } from './line-scanner.ts'
import { MOST_COLUMNS, shapeAt, type LineShape, type LineShapes } from './line-shapes.ts'

const [QUOTE, BACKSLASH, BLANK, COLON, COMMA, LESS, AND] = Buffer.from('"\\ :,<&')
const [OPEN, CLOSE, LIST, LIST_END, ZERO, NINE] = Buffer.from('{}[]09')
const WORDS: readonly [first: number, kind: number, word: Uint8Array][] = (['null', 'true', 'false'] as const).map(
  (word) => [word.charCodeAt(0), KIND[word], Buffer.from(word)],
)

/** What may come after `<` and `&` where they are markup. */
const NAME_BEGINS = new Set(Buffer.from('/#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'))

/** Byte → what it is within a text. */
const PLAIN = 0
const ENDS = 1
const ODD = 2
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === QUOTE) return ENDS
  return byte <= BLANK || byte > 0x7e || byte === BACKSLASH || byte === LESS || byte === AND ? ODD : PLAIN
})

/** The scanner in TypeScript, for where there is no WebAssembly, and for batches that are too large for it. */
export class PlainLineScanner implements LineScanner {
  readonly found: FoundLine = {
    kinds: new Uint8Array(MOST_COLUMNS),
    starts: new Int32Array(MOST_COLUMNS),
    ends: new Int32Array(MOST_COLUMNS),
    marks: new Uint8Array(MOST_COLUMNS),
    itemStarts: new Int32Array(MOST_ITEMS),
    itemEnds: new Int32Array(MOST_ITEMS),
    itemMarks: new Uint8Array(MOST_ITEMS),
  }
  readonly papers = null
  readonly #shapes: LineShapes
  #bytes!: Buffer
  #items = 0
  /** What is to be known of the text that was walked through last. */
  #marks = 0

  constructor(shapes: LineShapes) {
    this.#shapes = shapes
  }

  begin(bytes: Buffer): void {
    this.#bytes = bytes
  }

  read(from: number, end: number): LineShape | null {
    const bytes = this.#bytes
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
    while (this.#bytes[at] === BLANK) at++
    return at
  }

  /** The place after a value; −1 where it is none of a flat record. */
  #readValue(column: number, at: number, lineEnd: number): number {
    const byte = this.#bytes[at]
    if (byte === QUOTE) {
      const end = this.#endOfText(at + 1, lineEnd)
      this.#set(column, KIND.text, at + 1, end)
      this.found.marks[column] = this.#marks
      return end < 0 ? -1 : end + 1
    }
    if (byte === LIST) return this.#readList(column, at + 1, lineEnd)
    if (byte >= ZERO && byte <= NINE) return this.#readCount(column, at)
    for (const [first, kind, word] of WORDS) {
      if (byte !== first) continue
      this.#set(column, kind, at, at + word.length)
      return word.every((letter, i) => this.#bytes[at + i] === letter) ? at + word.length : -1
    }
    return -1
  }

  #set(column: number, kind: number, start: number, end: number): void {
    this.found.kinds[column] = kind
    this.found.starts[column] = start
    this.found.ends[column] = end
  }

  #readCount(column: number, start: number): number {
    const bytes = this.#bytes
    let end = start + 1
    while (bytes[end] >= ZERO && bytes[end] <= NINE) end++
    this.#set(column, KIND.count, start, end)
    return end - start > MOST_DIGITS || (end - start > 1 && bytes[start] === ZERO) ? -1 : end
  }

  #readList(column: number, start: number, lineEnd: number): number {
    const bytes = this.#bytes
    const { itemStarts, itemEnds, itemMarks } = this.found
    const first = this.#items
    let at = this.#afterBlanks(start)
    for (let isFirst = true; !(isFirst && bytes[at] === LIST_END); isFirst = false) {
      if (bytes[at] !== QUOTE || this.#items === MOST_ITEMS) return -1
      const end = this.#endOfText(at + 1, lineEnd)
      if (end < 0) return -1
      itemStarts[this.#items] = at + 1
      itemEnds[this.#items] = end
      itemMarks[this.#items++] = this.#marks
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
    const bytes = this.#bytes
    let marks = 0
    let afterBlank = true
    for (let at = start; at < lineEnd;) {
      const byte = bytes[at]
      const kind = CLASSES[byte]
      if (kind === PLAIN) {
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
          if (NAME_BEGINS.has(bytes[at + 1])) marks |= TEXT.markup
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
}
