import { arxivLength } from './plain-values'
import {
  before,
  beforeLengths,
  bytes,
  endOf,
  ends,
  facts,
  itemEnds,
  itemStarts,
  out,
  ownSource,
  ownSourceLength,
  startOf,
  starts,
  texts,
} from './room'

// The lines of papers, field by field in their order, and what is kept of each, as `FlatPaper` and `PaperLines` (`../flat-paper.ts`) have it.

const QUOTE: u8 = 0x22
const COMMA: u8 = 0x2c
/** Bytes that are copied sixteen at a time. */
const SHORT: usize = 256

export let paperCount: i32 = 0
/** Behind the lines that are written, and behind the texts that are kept. */
export let outEnd: usize = 0
export let textsEnd: usize = 0

/** Behind what is written of a line. */
let to: usize = 0
/** The field that comes next, and bits of those that say something. */
let field: i32 = 0
let fields: i32 = 0
/** Where the facts of the paper go. */
let fact: usize = 0

export function beginPapers(): void {
  paperCount = 0
  outEnd = out
  textsEnd = texts
}

export function beginPaper(): void {
  to = outEnd
  field = 0
  fields = 0
  fact = facts + ((<usize>paperCount) << 5) + 12
}

export function endPaper(line: i32): void {
  // }\n
  store<u16>(to, 0x0a7d)
  to += 2
  const place = facts + ((<usize>paperCount) << 5)
  store<i32>(place, <i32>(to - outEnd))
  store<i32>(place, line, 4)
  store<i32>(place, fields, 8)
  outEnd = to
  paperCount++
}

/** Writes what stands before the next value; `says`: whether it says something. */
function open(says: bool): void {
  const from = before + ((<usize>field) << 5)
  v128.store(to, v128.load(from))
  v128.store(to, v128.load(from, 16), 16)
  to += <usize>load<u8>(beforeLengths + <usize>field)
  if (says) fields |= 1 << field
  field++
}

/** Copies bytes; up to sixteen more may be written. */
function copied(from: usize, length: usize, place: usize): usize {
  if (length > SHORT) memory.copy(place, from, length)
  else for (let i: usize = 0; i < length; i += 16) v128.store(place + i, v128.load(from + i))
  return place + length
}

function putNull(): void {
  open(false)
  store<u32>(to, 0x6c6c756e)
  to += 4
}

/** A text as it stands. */
export function putText(column: i32): void {
  if (column < 0) {
    putNull()
    return
  }
  open(true)
  to = copied(startOf(column) - 1, endOf(column) - startOf(column) + 2, to)
}

/** Digits as they stand. */
export function putCount(column: i32): void {
  if (column < 0) {
    putNull()
    return
  }
  open(true)
  to = copied(startOf(column), endOf(column) - startOf(column), to)
}

export function putNumber(value: i32): void {
  open(true)
  let place: i32 = 1
  while (place * 10 <= value) place *= 10
  for (; place > 0; place /= 10) store<u8>(to++, <u8>(0x30 + ((value / place) % 10)))
}

/** How precise a date is. */
export function putPrecision(date: i32): void {
  if (date < 0) {
    putNull()
    return
  }
  open(true)
  const length = endOf(date) - startOf(date)
  // "year", "month", "day"
  if (length === 7) store<u64>(to, 0x0022_6874_6e6f_6d22)
  else store<u64>(to, length === 4 ? 0x2272_6165_7922 : 0x22_7961_6422)
  to += length === 7 ? 7 : length === 4 ? 6 : 5
}

export function putTruth(isTrue: bool): void {
  open(isTrue)
  store<u32>(to, isTrue ? 0x65757274 : 0x736c6166)
  store<u8>(to, 0x65, 4)
  to += isTrue ? 4 : 5
}

export function putAuthors(column: i32): void {
  if (column < 0) {
    putNull()
    return
  }
  open(true)
  const end = load<u32>(ends + ((<usize>column) << 2))
  let isFirst = true
  for (let item = load<u32>(starts + ((<usize>column) << 2)); item < end; item++) {
    store<u8>(to++, isFirst ? 0x5b : COMMA)
    isFirst = false
    const start = bytes + <usize>load<u32>(itemStarts + ((<usize>item) << 2)) - 1
    to = copied(start, bytes + <usize>load<u32>(itemEnds + ((<usize>item) << 2)) + 1 - start, to)
  }
  store<u8>(to++, 0x5d)
}

/** A text of ASCII in small letters. */
export function putSmall(column: i32): void {
  if (column < 0) {
    putNull()
    return
  }
  open(true)
  store<u8>(to++, QUOTE)
  to = small(startOf(column), endOf(column), to)
  store<u8>(to++, QUOTE)
}

/** The usual address of an arXiv id. */
export function putArxivUrl(id: usize): void {
  open(true)
  // "https://arxiv.org/abs/
  store<u64>(to, 0x2f3a_7370_7474_6822)
  store<u64>(to, 0x726f_2e76_6978_7261, 9)
  store<u8>(to, 0x2f, 8)
  store<u64>(to, 0x2f73_6261_2f67, 17)
  to = copied(id, arxivLength(id), to + 23)
  store<u8>(to++, QUOTE)
}

export function putSource(column: i32): void {
  if (column < 0) {
    open(true)
    to = copied(ownSource, <usize>load<u32>(ownSourceLength), to)
  } else putText(column)
}

/** Keeps what was asked for of a paper, one text after the other. */
function keep(end: usize): void {
  store<i32>(fact, <i32>(end - textsEnd))
  fact += 4
  textsEnd = end
}

export function keepText(column: i32): void {
  if (column < 0) keepNothing()
  else keep(copied(startOf(column), endOf(column) - startOf(column), textsEnd))
}

export function keepSmall(column: i32): void {
  if (column < 0) keepNothing()
  else keep(small(startOf(column), endOf(column), textsEnd))
}

function keepNothing(): void {
  store<i32>(fact, -1)
  fact += 4
}

export function keepDoiKey(column: i32): void {
  // doi:
  store<u32>(textsEnd, 0x3a696f64)
  keep(small(startOf(column), endOf(column), textsEnd + 4))
}

export function keepArxivKey(id: usize): void {
  // arxiv:
  store<u64>(textsEnd, 0x3a76_6978_7261)
  keep(copied(id, arxivLength(id), textsEnd + 6))
}

export function keepTitleKey(hash: u64): void {
  // sha:
  store<u32>(textsEnd, 0x3a616873)
  for (let i: usize = 0; i < 16; i++) {
    const digit = <u8>((hash >>> (60 - ((<u64>i) << 2))) & 15)
    store<u8>(textsEnd + 4 + i, digit < 10 ? 0x30 + digit : 0x57 + digit)
  }
  keep(textsEnd + 20)
}

/** Copies ASCII, its capitals made small. */
function small(start: usize, end: usize, place: usize): usize {
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at)
    store<u8>(place++, byte - 0x41 < 26 ? byte | 0x20 : byte)
  }
  return place
}
