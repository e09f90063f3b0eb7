// All memory of the module is laid out here; `../wasm-line-scanner.ts` and `../wasm-paper-reader.ts` have views of it.

/** Columns of a line, items of all its lists, and fields that are read, at most. */
export const COLUMNS: i32 = 64
export const ITEMS: i32 = 4096

/** Bytes of a batch, behind which bytes may be looked at that say nothing. */
export const ROOM: usize = 1 << 20
export const bytes: usize = memory.data((1 << 20) + 64, 16)
/** Column → its kind; where its text or digits begin and end, or its items in those below; what is to be known of its text. */
export const kinds: usize = memory.data(64, 16)
export const starts: usize = memory.data(64 * 4, 16)
export const ends: usize = memory.data(64 * 4, 16)
export const textMarks: usize = memory.data(64, 16)
/** Column → where its name begins and ends, with its quotation marks. */
export const nameStarts: usize = memory.data(64 * 4, 16)
export const nameEnds: usize = memory.data(64 * 4, 16)
/** Item → the same of its text. Those of all lists, one after the other. */
export const itemStarts: usize = memory.data(4096 * 4, 16)
export const itemEnds: usize = memory.data(4096 * 4, 16)
export const itemMarks: usize = memory.data(4096, 16)

/** Lines that are written, up to a place from which on there is room for what a line has more than the one that it was read from. */
export const OUT_ROOM: usize = 3 << 19
export const out: usize = memory.data((3 << 19) + 2048, 16)
/** What is kept of papers as texts: id, DOI, date and key of each, one behind the other. */
export const TEXT_ROOM: usize = 1 << 18
export const texts: usize = memory.data((1 << 18) + 4096, 16)
/** Paper → bytes of its line, number of the line that it was read from, its fields (bits), bytes of its id, DOI (−1: none), date (−1) and key, nothing. */
export const MOST_PAPERS: i32 = 2048
export const facts: usize = memory.data(2048 * 32, 16)
/** Field that is written → what stands before its value, 32 bytes each, and how many of these count. */
export const before: usize = memory.data(32 * 32, 16)
export const beforeLengths: usize = memory.data(32, 16)
/** The source of papers that name none, as JSON, and its bytes. */
export const ownSource: usize = memory.data(64, 16)
export const ownSourceLength: usize = memory.data(4, 16)

/** As `KIND` in `../line-scanner.ts`. */
export const NULL: u8 = 0
export const TRUE: u8 = 1
export const FALSE: u8 = 2
export const COUNT: u8 = 3
export const TEXT: u8 = 4
export const LIST: u8 = 5

/** As `TEXT` there. */
export const ESCAPED: u32 = 1
export const MARKUP: u32 = 2
export const WIDE: u32 = 4
export const UNCLEAN: u32 = 8

export function kindOf(column: i32): u8 {
  return load<u8>(kinds + <usize>column)
}

/** Address of the first byte of a text or count. */
export function startOf(column: i32): usize {
  return bytes + <usize>load<u32>(starts + ((<usize>column) << 2))
}

export function endOf(column: i32): usize {
  return bytes + <usize>load<u32>(ends + ((<usize>column) << 2))
}

export function marksOf(column: i32): u32 {
  return load<u8>(textMarks + <usize>column)
}
