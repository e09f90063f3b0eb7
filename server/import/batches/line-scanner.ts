import type { Buffer } from 'node:buffer'
import type { LineShape } from './line-shapes.ts'
import type { WasmPaperReader } from './wasm-paper-reader.ts'

/** What the value of a column is. */
export const KIND = { null: 0, true: 1, false: 2, count: 3, text: 4, list: 5 } as const

/** What is to be known of a text: bits. */
export const TEXT = {
  /** Quotation marks or backslashes stand in it, each behind a backslash. */
  escaped: 1,
  /** What a tag or an entity may begin with: `<` or `&` before a letter, `/` or `#`. */
  markup: 2,
  /** More than ASCII. */
  wide: 4,
  /** Other than plain characters, or blanks but by themselves between them. */
  unclean: 8,
} as const

/** Items that the lists of a line may have together. */
export const MOST_ITEMS = 4096
/** Digits that are a number as they stand. */
export const MOST_DIGITS = 15

/** What stands where in a line: places are bytes of its batch. */
export interface FoundLine {
  /** Column → its kind (`KIND`); where its text or digits begin and end, or its items in those below; what is to be known of its text (bits of `TEXT`). */
  readonly kinds: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly marks: Uint8Array
  /** Item of a list → the same of its text. Those of all lists, one after the other. */
  readonly itemStarts: Int32Array
  readonly itemEnds: Int32Array
  readonly itemMarks: Uint8Array
}

/**
 * Finds what stands where in lines of JSON that are one flat object: names of ASCII, and texts, whole numbers, lists of texts, `true`, `false` and `null` as values. All else is for JSON.parse; what is
 * found to be flat, it would have read so, too.
 */
export interface LineScanner {
  /** Of the line that was read last. */
  readonly found: FoundLine
  /** What reads most papers of the batch by itself; null where nothing does. */
  readonly papers: WasmPaperReader | null
  /** Turns to another batch: well-formed UTF-8, from the start of a buffer. */
  begin: (bytes: Buffer) => void
  /** Reads the line bytes[from…end), behind which are its LF or the end of the batch; null where it is to be read in the general way. */
  read: (from: number, end: number) => LineShape | null
}
