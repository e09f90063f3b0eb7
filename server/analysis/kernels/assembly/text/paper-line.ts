import { decodedCurly, decodedLength, decodeText } from './decode-text'
import { ReaderState } from './reader-state'

/** Fields by their place in a line. */
export const ID: i32 = 0
export const TITLE: i32 = 1
export const ABSTRACT: i32 = 2
export const DATE: i32 = 3
export const VENUE: i32 = 9
export const SOURCE: i32 = 16
const FIELDS: i32 = 17

/** Digits of a whole number that reads the same in every engine. */
const MOST_DIGITS: usize = 15

/**
 * Where the values of a line begin and end that is just as `paperLine` writes it: two numbers a field at `out`; its texts are decoded. Returns where the line ends (its
 * LF), or 0 where it is not, or might not be, such a line.
 */
export function readFields(state: ReaderState, from: usize, end: usize, out: usize): usize {
  let at = from
  let key = state.keys
  for (let field = 0; field < FIELDS; field++) {
    const keyEnd = state.keys + <usize>load<u32>(state.keyEnds + ((<usize>field) << 2))
    const length = keyEnd - key
    if (at + length > end || memory.compare(at, key, length) !== 0) return 0
    at += length
    key = keyEnd
    store<u32>(out + ((<usize>field) << 3), <u32>(at - state.bytes))
    at = field === TITLE || field === ABSTRACT ? textEnd(state, field, at, end) : valueEnd(at, end)
    if (at === 0) return 0
    store<u32>(out + ((<usize>field) << 3), <u32>(at - state.bytes), 4)
  }
  if (at + 1 >= end || load<u8>(at) !== 0x7d || load<u8>(at, 1) !== 10) return 0
  return at + 1
}

function textEnd(state: ReaderState, field: i32, start: usize, end: usize): usize {
  if (load<u8>(start) !== 0x22) return field === ABSTRACT ? wordEnd(start, 0x6c6c756e) : 0
  const close = decodeText(start + 1, end, field === TITLE ? state.titleUnits : state.abstractUnits)
  if (close < 0) return 0
  if (field === TITLE) {
    state.titleLength = decodedLength
    state.titleCurly = decodedCurly ? 1 : 0
  } else {
    state.abstractLength = decodedLength
    state.abstractCurly = decodedCurly ? 1 : 0
  }
  return <usize>close + 1
}

function valueEnd(start: usize, end: usize): usize {
  const first = load<u8>(start)
  if (first === 0x22) return stringEnd(start, end)
  if (first === 0x6e) return wordEnd(start, 0x6c6c756e)
  if (first === 0x74) return wordEnd(start, 0x65757274)
  if (first === 0x66) return load<u8>(start, 4) === 0x65 && wordEnd(start, 0x736c6166) !== 0 ? start + 5 : 0
  return first === 0x5b ? listEnd(start, end) : numberEnd(start)
}

/** Where a word of four letters ends (as a number, the last letter first), or 0 where it does not stand there. */
function wordEnd(start: usize, letters: u32): usize {
  return load<u32>(start) === letters ? start + 4 : 0
}

/** The end of a string without escapes. */
function stringEnd(start: usize, end: usize): usize {
  const space = i8x16.splat(0x20)
  const quote = i8x16.splat(0x22)
  const backslash = i8x16.splat(0x5c)
  for (let i = start + 1; i < end; i += 16) {
    const sixteen = v128.load(i)
    const special = v128.or(i8x16.lt_u(sixteen, space), v128.or(i8x16.eq(sixteen, quote), i8x16.eq(sixteen, backslash)))
    const mask = i8x16.bitmask(special)
    if (mask === 0) continue
    const at = i + <usize>ctz(mask)
    return at < end && load<u8>(at) === 0x22 ? at + 1 : 0
  }
  return 0
}

function listEnd(start: usize, end: usize): usize {
  let i = start + 1
  if (load<u8>(i) === 0x5d) return i + 1
  while (true) {
    if (i >= end || load<u8>(i) !== 0x22) return 0
    i = stringEnd(i, end)
    if (i === 0) return 0
    const next = load<u8>(i)
    if (next === 0x5d) return i + 1
    if (next !== 0x2c) return 0
    i++
  }
}

function numberEnd(start: usize): usize {
  let i = start
  while (load<u8>(i) >= 0x30 && load<u8>(i) <= 0x39) i++
  const digits = i - start
  return digits === 0 || digits > MOST_DIGITS || (digits > 1 && load<u8>(start) === 0x30) ? 0 : i
}
