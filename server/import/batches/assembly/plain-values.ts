// Which values are what they say as they stand, by the rules of `../../record`. Where the answer is no, JavaScript reads the line.

const DASH: u32 = 0x2d
const DOT: u32 = 0x2e
const SLASH: u32 = 0x2f
const COLON: u32 = 0x3a

function isDigit(byte: u32): bool {
  return byte - 0x30 < 10
}

function isSmall(byte: u32): bool {
  return byte - 0x61 < 26
}

function isCapital(byte: u32): bool {
  return byte - 0x41 < 26
}

function at(place: usize): u32 {
  return <u32>load<u8>(place)
}

/** Whether a clean text of less than ten bytes might be one of those that exports write for nothing. */
export function mayBeNothing(start: usize, length: usize): bool {
  const first = at(start) | 0x20
  if (first === 0x6e) return length <= 4
  if (first === 0x75) return length === 9
  // - # [ { and the first byte of —
  const byte = at(start)
  return byte === DASH || byte === 0x23 || byte === 0x5b || byte === 0x7b || byte === 0xe2
}

/** Whether a clean name without escapes is surely a whole name. */
export function isPlainName(start: usize, end: usize): bool {
  if (end === start) return false
  const first = at(start)
  const last = at(end - 1)
  if (first === 0x2c || first === 0x3b || last === 0x2c || last === 0x3b || last === 0x29) return false
  const length = end - start
  if (length > 26) return true
  const small = first | 0x20
  // `et al.`, and `no author name available`
  if (small === 0x65) return (at(start + 1) | 0x20) !== 0x74 || length > 7
  if (small === 0x6e && (at(start + 1) | 0x20) === 0x6f && at(start + 2) === 0x20) return false
  if (first === 0x5b || first === 0x7b || first === 0x23 || first === DASH) return false
  // Bytes of — anywhere begin other characters as well.
  if (first === 0xe2) return false
  return length >= 10 || !mayBeNothing(start, length)
}

function twoDigits(place: usize): u32 {
  const tens = at(place) - 0x30
  const ones = at(place + 1) - 0x30
  return tens < 10 && ones < 10 ? 10 * tens + ones : 10000
}

/** Whether a text is a year, month or day that is: `2024`, `2024-05`, `2024-05-01`. */
export function isDate(start: usize, length: usize): bool {
  const year = 100 * twoDigits(start) + twoDigits(start + 2)
  if (year < 1400 || year > 2200) return false
  if (length === 4) return true
  if ((length !== 7 && length !== 10) || at(start + 4) !== DASH) return false
  const month = twoDigits(start + 5)
  if (month < 1 || month > 12) return false
  if (length === 7) return true
  const day = twoDigits(start + 8)
  return at(start + 7) === DASH && day >= 1 && day <= daysInMonth(year, month)
}

function daysInMonth(year: u32, month: u32): u32 {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether an address, ASCII without markup, is one that stays as it is, and carries no DOI. */
export function isPlainUrl(start: usize, end: usize): bool {
  const length = end - start
  if (length < 10 || length > 2048) return false
  if (load<u32>(start) !== 0x70747468) return false
  let place = start + 4
  if (at(place) === 0x73) place++
  if (at(place) !== COLON || at(place + 1) !== SLASH || at(place + 2) !== SLASH) return false
  place = endOfHost(place + 3)
  if (place === 0 || place >= end) return false
  let three: u32 = 0
  for (place = start; place < end; place++) {
    const byte = at(place)
    // < > [ \ ] ^ ` { | } and what is beyond
    const isPlain = byte === 0x21 || (byte >= 0x23 && byte <= 0x3b) || byte === 0x3d || (byte >= 0x3f && byte <= 0x5a)
    if (!isPlain && byte !== 0x5f && !isSmall(byte) && byte !== 0x7e) return false
    three = ((three << 8) | byte | 0x20) & 0xffffff
    if (three === 0x646f69) return false
  }
  return true
}

/** The slash behind a name of a host: parts of small letters, digits and single dashes within, the last one of letters; 0 for none. */
function endOfHost(start: usize): usize {
  let parts = 0
  let part = start
  let hasOthers = false
  let place = start
  while (true) {
    const byte = at(place)
    if (isDigit(byte)) hasOthers = true
    else if (byte === DASH) {
      hasOthers = true
      const next = at(place + 1)
      if (place === part || !(isSmall(next) || isDigit(next))) return 0
    } else if (byte === DOT) {
      if (place === part) return 0
      parts++
      part = place + 1
      hasOthers = false
    } else if (!isSmall(byte)) return byte === SLASH && parts > 0 && !hasOthers && place - part >= 2 ? place : 0
    place++
  }
}

/** Whether an ASCII text is a DOI and nothing else, but for its capitals. */
export function isPlainDoi(start: usize, end: usize): bool {
  const length = end - start
  if (length <= 8 || length > 200) return false
  if (at(start) !== 0x31 || at(start + 1) !== 0x30 || at(start + 2) !== DOT) return false
  let place = start + 3
  while (isDigit(at(place))) place++
  const digits = place - start - 3
  if (digits < 4 || digits > 9 || at(place) !== SLASH) return false
  for (place++; place < end; place++) {
    const byte = at(place)
    if (!isLetterOrDigit(byte) && byte !== DOT && byte !== DASH && byte !== SLASH && byte !== 0x5f) return false
  }
  return isLetterOrDigit(at(end - 1))
}

export function isLetterOrDigit(byte: u32): bool {
  return isSmall(byte | 0x20) || isDigit(byte)
}

/** Whether an ASCII text has what every arXiv id has in it: `2401.0123` or `/9901001`. */
export function isLikeArxiv(start: usize, end: usize): bool {
  let digits: u32 = 0
  // What stands before these digits: 4 digits and a dot, a slash, or anything.
  let isAfterDot = false
  let isAfterSlash = false
  for (let place = start; place < end; place++) {
    const byte = at(place)
    if (isDigit(byte)) {
      digits++
      if ((isAfterDot && digits === 4) || (isAfterSlash && digits === 7)) return true
    } else {
      isAfterDot = byte === DOT && digits >= 4
      isAfterSlash = byte === SLASH
      digits = 0
    }
  }
  return false
}

/** Where an arXiv id begins that is all of an ASCII text but for its version, or for the usual address before it; 0 for none. */
export function plainArxiv(start: usize, end: usize): usize {
  let place = start
  if (load<u32>(place) === 0x70747468) {
    place += at(place + 4) === 0x73 ? 5 : 4
    // ://arxiv .org/abs /
    if (load<u64>(place) !== 0x76697872612f2f3a || load<u64>(place, 8) !== 0x7362612f67726f2e) return 0
    if (at(place + 16) !== SLASH) return 0
    place += 17
  }
  const month = twoDigits(place + 2)
  if (twoDigits(place) > 99 || month < 1 || month > 12 || at(place + 4) !== DOT) return 0
  let after = place + ARXIV_BEGIN
  while (isDigit(at(after))) after++
  if (after - place < ARXIV_BEGIN + 4 || after - place > ARXIV_BEGIN + 5) return 0
  if (at(after) === 0x76) {
    const version = ++after
    while (isDigit(at(after))) after++
    if (after === version || after > version + 3) return 0
  }
  return after === end ? place : 0
}

/** Bytes of `2401.` */
const ARXIV_BEGIN: usize = 5

/** Bytes of an arXiv id, without its version. */
export function arxivLength(id: usize): usize {
  let after = id + ARXIV_BEGIN
  while (isDigit(at(after))) after++
  return after - id
}
