/**
 * Characters that stand for themselves in every text, first and last of each row: printable ASCII, Latin letters, dashes and quotation marks, Greek, arrows and
 * mathematical signs, Chinese. None of them but the blank is a space, is another character in NFC, or joins what stands before it.
 */
export const PLAIN_CHARACTERS: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x2ff],
  [0x388, 0x3ff],
  [0x410, 0x44f],
  [0x2010, 0x2027],
  [0x2030, 0x203e],
  [0x2190, 0x22ff],
  [0x4e00, 0x9fff],
]

const BLANK = 0x20
const LAST = 0x7e

/** Looks whether texts in UTF-8 are plain, four bytes at a time where they are ASCII: to decode them and look then takes several times as long. */
export class PlainBytes {
  readonly #bytes: Uint8Array
  /** Four bytes each, the first in the lowest bits. */
  readonly #words: Int32Array

  /** `bytes`: well-formed UTF-8, at a multiple of four in its buffer. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
  }

  /** Whether bytes[start…end) hold only plain characters, and blanks only by themselves between others. */
  isPlain(start: number, end: number): boolean {
    const bytes = this.#bytes
    const words = this.#words
    let afterBlank = true
    for (let i = start; i < end;) {
      if ((i & 3) === 0 && i + 4 <= end) {
        const word = words[i >> 2]
        // The high bit of a byte is set where it is a blank; perhaps also where it is not, and then the bytes are looked at one by one.
        const other = word ^ 0x20202020
        const blanks = (other - 0x01010101) & ~other & 0x80808080
        const odd = ((word - 0x20202020) | word | (word + 0x01010101)) & 0x80808080
        if (odd === 0 && (blanks & (blanks << 8)) === 0 && !(afterBlank && (word & 0xff) === BLANK)) {
          afterBlank = word >>> 24 === BLANK
          i += 4
          continue
        }
      }
      const byte = bytes[i]
      if (byte === BLANK) {
        if (afterBlank) return false
        afterBlank = true
        i++
        continue
      }
      afterBlank = false
      const length = byte > BLANK && byte <= LAST ? 1 : plainLength(byte, bytes[i + 1], bytes[i + 2])
      if (length === 0) return false
      i += length
    }
    return !afterBlank
  }
}

/** Bytes of a plain character of two or three bytes that begins with these; 0 where it is none. */
export function plainLength(first: number, second: number, third: number): number {
  if (first >= 0xc0 && first < 0xe0) return isPlainCode(((first & 0x1f) << 6) | (second & 0x3f)) ? 2 : 0
  if (first >= 0xe0 && first < 0xf0) {
    return isPlainCode(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)) ? 3 : 0
  }
  return 0
}

function isPlainCode(code: number): boolean {
  for (const [first, last] of PLAIN_CHARACTERS) if (code <= last) return code >= first
  return false
}
