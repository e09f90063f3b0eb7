import { isLetter, kindOf, UNKNOWN } from './unit-kinds'

const QUOTE: u32 = 0x22
const BACKSLASH: u32 = 0x5c
const CURLY: u32 = 0x2019
const MODIFIER: u32 = 0x2bc
const STRAIGHT: u32 = 0x27

/** What is wrong with a text: it is not as `JSON.stringify` usually writes it; it needs a look at letters beyond 16 bits; a unit is not known yet. */
export const UNUSUAL: i32 = -1
export const BY_HAND: i32 = -2
export const NOT_KNOWN: i32 = -3

/** Units of the text that was decoded last, and whether a curly apostrophe is among them. */
export let decodedLength: i32 = 0
export let decodedCurly: bool = false

/**
 * Decodes a JSON string of well-formed UTF-8 whose first sign is at `from`, and which ends before `end`, into UTF-16 units at `out`. Returns where its closing quote
 * stands, or a negative number: UNUSUAL. Sixteen bytes behind `end` may be read, and as many units written behind the last.
 */
export function decodeText(from: usize, end: usize, out: usize): isize {
  const space = i8x16.splat(0x1f)
  const quote = i8x16.splat(0x22)
  const backslash = i8x16.splat(0x5c)
  let i = from
  let to = out
  decodedCurly = false
  while (i < end) {
    // Plain bytes, sixteen at a time: what is beyond ASCII is negative here.
    const sixteen = v128.load(i)
    const plain = v128.and(i8x16.gt_s(sixteen, space), v128.and(i8x16.ne(sixteen, quote), i8x16.ne(sixteen, backslash)))
    v128.store(to, i16x8.extend_low_i8x16_u(sixteen))
    v128.store(to, i16x8.extend_high_i8x16_u(sixteen), 16)
    const count = min(<u32>ctz(~i8x16.bitmask(plain)), 16)
    i += <usize>count
    to += (<usize>count) << 1
    if (count === 16) continue
    if (i >= end) return UNUSUAL
    const byte = <u32>load<u8>(i)
    if (byte === QUOTE) {
      decodedLength = <i32>((to - out) >> 1)
      return i
    }
    if (byte === BACKSLASH) {
      const sign = escaped(<u32>load<u8>(i, 1))
      if (sign === 0) return UNUSUAL
      store<u16>(to, <u16>sign)
      to += 2
      i += 2
    } else if (byte < 0x80) return UNUSUAL
    else if (byte < 0xe0) {
      const unit = ((byte & 31) << 6) | ((<u32>load<u8>(i, 1)) & 63)
      if (unit === MODIFIER) decodedCurly = true
      store<u16>(to, <u16>unit)
      to += 2
      i += 2
    } else if (byte < 0xf0) {
      const unit = ((byte & 15) << 12) | (((<u32>load<u8>(i, 1)) & 63) << 6) | ((<u32>load<u8>(i, 2)) & 63)
      if (unit === CURLY) decodedCurly = true
      store<u16>(to, <u16>unit)
      to += 2
      i += 3
    } else {
      const high = ((byte & 7) << 18) | (((<u32>load<u8>(i, 1)) & 63) << 12)
      const point = (high | (((<u32>load<u8>(i, 2)) & 63) << 6) | ((<u32>load<u8>(i, 3)) & 63)) - 0x10000
      store<u16>(to, <u16>(0xd800 | (point >> 10)))
      store<u16>(to, <u16>(0xdc00 | (point & 1023)), 2)
      to += 4
      i += 4
    }
  }
  return UNUSUAL
}

/** What a sign behind a backslash stands for; 0 where that is hardly ever written. */
function escaped(sign: u32): u32 {
  if (sign === QUOTE || sign === BACKSLASH) return sign
  if (sign === 0x6e) return 10
  if (sign === 0x74) return 9
  if (sign === 0x72) return 13
  if (sign === 0x62) return 8
  return sign === 0x66 ? 12 : 0
}

/** Makes curly apostrophes between letters straight, in place, as `TextUnits` does. Returns 0, or BY_HAND or NOT_KNOWN. */
export function straighten(kinds: usize, units: usize, length: i32): i32 {
  for (let i = 1; i + 1 < length; i++) {
    const at = units + ((<usize>i) << 1)
    const unit = <u32>load<u16>(at)
    if (unit !== CURLY && unit !== MODIFIER) continue
    const before = <u32>load<u16>(at - 2)
    const after = <u32>load<u16>(at, 2)
    if ((before & 0xf800) === 0xd800 || (after & 0xf800) === 0xd800) return BY_HAND
    if (kindOf(kinds, before) === UNKNOWN || kindOf(kinds, after) === UNKNOWN) return NOT_KNOWN
    if (isLetter(kinds, before) && isLetter(kinds, after)) store<u16>(at, <u16>STRAIGHT)
  }
  return 0
}
