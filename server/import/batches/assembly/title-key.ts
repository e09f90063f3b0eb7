import { isLetterOrDigit } from './plain-values'
import { hashOfMessage, message, MOST_MESSAGE } from './sha256'

// `keyOfTitle` of `../../identity/key.ts`, for ASCII, the letters of Latin-1 and the dashes and quotation marks of Unicode.

/** The hash that is the key, eight bytes of it. */
export let titleHash: u64 = 0

/**
 * Makes the key of a title, the first author (`authorEnd` 0: none) and a date (`date` 0: none that counts); false where that is for JavaScript. The texts may hold escapes of quotation
 * marks and backslashes, which are no letters.
 */
export function makeTitleKey(title: usize, titleEnd: usize, author: usize, authorEnd: usize, date: usize): bool {
  if (titleEnd - title + (authorEnd - author) + 16 > MOST_MESSAGE) return false
  const first = message
  let to = letters(title, titleEnd, first)
  if (to === first) return false
  store<u8>(to++, 0x7c)
  if (authorEnd !== 0) {
    const family = to
    to = familyName(author, authorEnd, to)
    if (to === family) return false
  }
  store<u8>(to++, 0x7c)
  if (date !== 0) {
    store<u32>(to, load<u32>(date))
    to += 4
  }
  titleHash = hashOfMessage(to - message)
  return true
}

/** Writes the letters and digits of a text, the letters small; the place behind them, the same one where there is none or a character that JavaScript must look at. */
function letters(start: usize, end: usize, place: usize): usize {
  let to = place
  for (let at = start; at < end; at++) {
    const byte = <u32>load<u8>(at)
    if (byte < 0x80) {
      // Digits have the bit already.
      if (isLetterOrDigit(byte)) store<u8>(to++, <u8>(byte | 0x20))
    } else if (byte === LATIN) {
      const second = <u32>load<u8>(++at)
      // × and ÷
      if ((second | 0x20) === 0xb7) continue
      store<u8>(to, LATIN)
      store<u8>(to + 1, <u8>(isLatinCapital(second) ? second | 0x20 : second))
      to += 2
    } else if (isPunctuation(at)) at += 2
    else return place
  }
  return to
}

/** The first byte of À to ÿ. */
const LATIN: u32 = 0xc3

/** Whether the second byte is that of À to Þ. */
function isLatinCapital(second: u32): bool {
  return second < 0x9f && second !== 0x97
}

/** ‐ to ‧ */
function isPunctuation(at: usize): bool {
  return load<u16>(at) === 0x80e2 && <u32>load<u8>(at, 2) - 0x90 < 0x18
}

/** The letters of the family name: before a comma, or else the last word that is no initials. */
function familyName(start: usize, end: usize, place: usize): usize {
  let last = end
  for (let at = start; at < end; at++) {
    if (load<u8>(at) !== 0x2c) continue
    return letters(start, at, place)
  }
  let at = end
  while (true) {
    while (at > start && load<u8>(at - 1) !== 0x20) at--
    if (at === start || units(at, last) > 5 || !areInitials(at, last)) return letters(at, last, place)
    last = --at
  }
}

/** UTF-16 units of a word, which has no character of four bytes. */
function units(start: usize, end: usize): i32 {
  let count = 0
  for (let at = start; at < end; at++) count += <i32>(((<u32>load<u8>(at)) & 0xc0) !== 0x80)
  return count
}

/** Whether a word is of capitals alone, each perhaps with a dot and a dash behind it; other capitals than these make it a word of which JavaScript must look at the letters. */
function areInitials(start: usize, end: usize): bool {
  for (let at = start; at < end;) {
    if (<u32>load<u8>(at) - 0x41 < 26) at++
    else if (<u32>load<u8>(at) === LATIN && isLatinCapital(load<u8>(at, 1))) at += 2
    else return false
    if (at < end && load<u8>(at) === 0x2e) at++
    if (at < end && load<u8>(at) === 0x2d) at++
  }
  return true
}
