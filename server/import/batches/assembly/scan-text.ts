import { ESCAPED, MARKUP, UNCLEAN, WIDE } from './room'

const QUOTE: u32 = 0x22
const BACKSLASH: u32 = 0x5c
const BLANK: u32 = 0x20

/** What is to be known of the text that was walked through last. */
export let marks: u32 = 0

/**
 * Where the quotation mark is that ends a text which begins at `start`, sixteen bytes at a time; 0 where there is none before a control character, such as a line end, or where an escape stands
 * that is none of a quotation mark or a backslash.
 */
export function textEnd(start: usize): usize {
  const blank = i8x16.splat(0x20)
  const quote = i8x16.splat(0x22)
  const backslash = i8x16.splat(0x5c)
  const del = i8x16.splat(0x7f)
  const less = i8x16.splat(0x3c)
  const and = i8x16.splat(0x26)
  let bits: u32 = 0
  let afterBlank: u32 = 1
  let at = start
  while (true) {
    const sixteen = v128.load(at)
    // As signed numbers, bytes beyond ASCII are below a blank like control characters.
    const special = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.lt_s(sixteen, blank), i8x16.eq(sixteen, del)),
        v128.or(i8x16.eq(sixteen, quote), i8x16.eq(sixteen, backslash)),
      ),
    )
    // Bits of the bytes before the first that is special.
    const before = ((special & -special) - 1) & 0xffff
    const blanks = i8x16.bitmask(i8x16.eq(sixteen, blank)) & before
    if ((blanks & ((blanks << 1) | afterBlank)) !== 0) bits |= UNCLEAN
    const openings = i8x16.bitmask(v128.or(i8x16.eq(sixteen, less), i8x16.eq(sixteen, and))) & before
    if (openings !== 0 && (openings & nameBegins(at + 1)) !== 0) bits |= MARKUP
    if (special === 0) {
      afterBlank = (<u32>blanks) >>> 15
      at += 16
      continue
    }
    const length = ctz(special)
    if (length > 0) afterBlank = ((<u32>blanks) >>> (length - 1)) & 1
    at += length
    const byte = <u32>load<u8>(at)
    if (byte === QUOTE) {
      marks = afterBlank !== 0 && at > start ? bits | UNCLEAN : bits
      return at
    }
    if (byte < BLANK) return 0
    if (byte === BACKSLASH) {
      const next = <u32>load<u8>(at, 1)
      if (next !== QUOTE && next !== BACKSLASH) return 0
      bits |= ESCAPED
      at += 2
    } else {
      const plain = plainLength(at, byte)
      bits |= plain === 0 ? WIDE | UNCLEAN : WIDE
      at += plain === 0 ? 1 : plain
    }
    afterBlank = 0
  }
}

/** Bit i: byte i of sixteen is a letter, `/` or `#`. */
function nameBegins(at: usize): i32 {
  const sixteen = v128.load(at)
  const small = i8x16.sub(v128.or(sixteen, i8x16.splat(0x20)), i8x16.splat(0x61))
  return i8x16.bitmask(
    v128.or(
      i8x16.lt_u(small, i8x16.splat(26)),
      v128.or(i8x16.eq(sixteen, i8x16.splat(0x2f)), i8x16.eq(sixteen, i8x16.splat(0x23))),
    ),
  )
}

/** As in `shared/plain-bytes.ts`. */
function plainLength(at: usize, first: u32): u32 {
  const second = (<u32>load<u8>(at, 1)) & 0x3f
  if (first >= 0xc0 && first < 0xe0) return isPlainCode(((first & 0x1f) << 6) | second) ? 2 : 0
  if (first < 0xe0 || first >= 0xf0) return 0
  return isPlainCode(((first & 0x0f) << 12) | (second << 6) | ((<u32>load<u8>(at, 2)) & 0x3f)) ? 3 : 0
}

function isPlainCode(code: u32): bool {
  if (code <= 0x2ff) return code >= 0xa1 ? code !== 0xad : code >= 0x20 && code <= 0x7e
  if (code <= 0x3ff) return code >= 0x388
  if (code <= 0x44f) return code >= 0x410
  if (code <= 0x22ff) {
    return (code >= 0x2010 && code <= 0x2027) || (code >= 0x2030 && code <= 0x203e) || code >= 0x2190
  }
  return code >= 0x4e00 && code <= 0x9fff
}
