/**
 * What the reader of a thread works with: a row of 32-bit numbers, in the order in which `wasm/line-reader.ts` writes and reads them. Places are addresses; the memory is the
 * reader's own.
 */
@unmanaged
export class ReaderState {
  /** Lines of UTF-8, 32 bytes of anything behind them; where the next line begins, where all end. */
  bytes: usize
  at: u32
  end: u32
  /** UTF-16 units of a title and of an abstract, and how many there are. */
  titleUnits: usize
  titleLength: i32
  abstractUnits: usize
  abstractLength: i32
  /** Unit → what it is to a tokenizer, 128 more for letters; unit → what a sign says of the token that follows. */
  kinds: usize
  signs: usize
  /** Words: their slots, one less than there are; units; where each begins, one more than there are; how many. */
  slots: usize
  mask: u32
  pool: usize
  wordStarts: usize
  words: u32
  /** Tokens that were read: word, and what stands before. */
  forms: usize
  flags: usize
  tokens: u32
  /** Papers that were read: `PAPER_NUMBERS` for each. */
  papers: usize
  paperCount: u32
  /** What stands before each field of a line (key after key), and where each key ends there. */
  keys: usize
  keyEnds: usize
  /** How far the line is read that begins at `at`: nothing, its fields, its title. */
  phase: u32
  /** Slots and words that there is room for. */
  mostWords: u32
  mostUnits: u32
  /** 1 where a curly apostrophe is in the title, in the abstract. */
  titleCurly: u32
  abstractCurly: u32
  /** Units of a text that was cleaned. */
  cleanUnits: usize
}

/** Line: start, end with LF. Tokens: of the title, of both. Values of id, title, abstract, date, venue, source: start, end. */
export const PAPER_NUMBERS: u32 = 16

/** Answers of `readLines`: all is read; the word table is full; a line, or a text of one, is to be read by other means. */
export const DONE: i32 = 0
export const FULL: i32 = 1
export const ODD_LINE: i32 = 2
export const ODD_TEXT: i32 = 3
/** A unit was met that `kinds` does not know. */
export const UNKNOWN_UNIT: i32 = 4
