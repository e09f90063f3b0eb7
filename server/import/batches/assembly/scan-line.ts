import {
  bytes,
  COLUMNS,
  COUNT,
  ends,
  FALSE,
  itemEnds,
  itemMarks,
  ITEMS,
  itemStarts,
  kinds,
  LIST,
  nameEnds,
  nameStarts,
  NULL,
  starts,
  TEXT,
  textMarks,
  TRUE,
} from './room'
import { marks, textEnd } from './scan-text'

// Lines of JSON that are one flat object, found where they stand: `../plain-line-scanner.ts`, step by step.

const MOST_NAME: i32 = 100
const MOST_DIGITS: usize = 15

const QUOTE: u8 = 0x22
const BLANK: u8 = 0x20
const COMMA: u8 = 0x2c

/** Columns of which the names are known. */
let known: i32 = 0
let items: i32 = 0
/** Whether the line that was scanned last has the names of the one before. */
export let isSameAgain: bool = false

/** Forgets the names: bytes of another batch have come. */
export function forgetNames(): void {
  known = 0
}

/** Columns of the line that was scanned last. */
export function columnCount(): i32 {
  return known
}

/** Scans the line at an address, which ends with LF or the batch; the place behind its object, or 0 where it is none that is flat. */
export function scanLine(line: usize): usize {
  let at = line
  if (load<u8>(at) !== 0x7b) return 0
  items = 0
  let isSame = true
  at = afterBlanks(at + 1)
  for (let column = 0; column < COLUMNS; column++) {
    if (load<u8>(at) !== QUOTE) break
    const place = (<usize>column) << 2
    let length: i32 = 0
    if (isSame) {
      const before = load<u32>(nameStarts + place)
      length = <i32>(load<u32>(nameEnds + place) - before)
      isSame = column < known && isEqual(at, bytes + <usize>before, length)
    }
    if (!isSame) {
      length = nameLength(at)
      if (length === 0) break
    }
    store<u32>(nameStarts + place, <u32>(at - bytes))
    at += <usize>length
    store<u32>(nameEnds + place, <u32>(at - bytes))
    at = afterBlanks(at)
    if (load<u8>(at) !== 0x3a) break
    at = valueEnd(column, afterBlanks(at + 1))
    if (at === 0) break
    at = afterBlanks(at)
    const next = load<u8>(at)
    if (next === 0x7d) {
      isSameAgain = isSame && column + 1 === known
      known = column + 1
      return at + 1
    }
    if (next !== COMMA) break
    at = afterBlanks(at + 1)
  }
  // Names that are the same stand elsewhere now, and are no others.
  if (!isSame) known = 0
  return 0
}

function afterBlanks(at: usize): usize {
  while (load<u8>(at) === BLANK) at++
  return at
}

function isEqual(a: usize, b: usize, length: i32): bool {
  for (; length > 16; length -= 16, a += 16, b += 16) {
    if (i8x16.bitmask(i8x16.ne(v128.load(a), v128.load(b))) !== 0) return false
  }
  return (i8x16.bitmask(i8x16.ne(v128.load(a), v128.load(b))) & ((1 << length) - 1)) === 0
}

/** Bytes of a name with its quotation marks; 0 where it is none of ASCII without escapes. */
function nameLength(start: usize): i32 {
  for (let length: i32 = 1; length < MOST_NAME; length++) {
    const byte = load<u8>(start + <usize>length)
    if (byte === QUOTE) return length + 1
    if (byte < BLANK || byte > 0x7e || byte === 0x5c) return 0
  }
  return 0
}

/** The place after a value; 0 where it is none of a flat record. */
function valueEnd(column: i32, at: usize): usize {
  const byte = load<u8>(at)
  if (byte === QUOTE) {
    const end = textEnd(at + 1)
    set(column, TEXT, <u32>(at + 1 - bytes), <u32>(end - bytes))
    store<u8>(textMarks + <usize>column, <u8>marks)
    return end === 0 ? 0 : end + 1
  }
  if (byte === 0x5b) return listEnd(column, at + 1)
  if (byte >= 0x30 && byte <= 0x39) return countEnd(column, at)
  const word = load<u32>(at)
  if (word === 0x6c6c756e) return wordEnd(column, NULL, at, 4)
  if (word === 0x65757274) return wordEnd(column, TRUE, at, 4)
  if (word === 0x736c6166 && load<u8>(at, 4) === 0x65) return wordEnd(column, FALSE, at, 5)
  return 0
}

function set(column: i32, kind: u8, start: u32, end: u32): void {
  store<u8>(kinds + <usize>column, kind)
  store<u32>(starts + ((<usize>column) << 2), start)
  store<u32>(ends + ((<usize>column) << 2), end)
}

function wordEnd(column: i32, kind: u8, at: usize, length: usize): usize {
  set(column, kind, <u32>(at - bytes), <u32>(at + length - bytes))
  return at + length
}

function countEnd(column: i32, start: usize): usize {
  let end = start + 1
  for (let byte = load<u8>(end); byte >= 0x30 && byte <= 0x39; byte = load<u8>(end)) end++
  set(column, COUNT, <u32>(start - bytes), <u32>(end - bytes))
  return end - start > MOST_DIGITS || (end - start > 1 && load<u8>(start) === 0x30) ? 0 : end
}

function listEnd(column: i32, start: usize): usize {
  const first = items
  let at = afterBlanks(start)
  if (load<u8>(at) !== 0x5d) {
    for (;;) {
      if (load<u8>(at) !== QUOTE || items === ITEMS) return 0
      const end = textEnd(at + 1)
      if (end === 0) return 0
      const place = (<usize>items) << 2
      store<u32>(itemStarts + place, <u32>(at + 1 - bytes))
      store<u32>(itemEnds + place, <u32>(end - bytes))
      store<u8>(itemMarks + <usize>items, <u8>marks)
      items++
      at = afterBlanks(end + 1)
      const next = load<u8>(at)
      if (next === 0x5d) break
      if (next !== COMMA) return 0
      at = afterBlanks(at + 1)
    }
  }
  set(column, LIST, <u32>first, <u32>items)
  return at + 1
}
