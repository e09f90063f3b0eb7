import { Buffer } from 'node:buffer'
import { PLAIN_CHARACTERS } from '../record/text.ts'

/** What stands in the place of an abstract while the rest of its record is read. */
export const STANDS = 'This abstract stands in its file as it is to be written, all of it between quotation marks.'

/** Bytes from which on an abstract is worth it. Shorter ones might also say that there is none. */
const LEAST = 64

const KEY = Buffer.from('"abstract"')
const [QUOTE, BACKSLASH, BLANK, COLON, LESS, AND, FIRST, LAST] = Buffer.from('"\\ :<&!~')

/**
 * Finds the abstracts in lines of JSON that come out of an import byte by byte as they went in: no escapes but of quotation marks and backslashes, no markup, clean. Most
 * of a collection are such, and most of its bytes; to decode, parse, clean and write them again is most of the work of an import.
 */
export class StandingAbstracts {
  /** Where the one that was found begins and ends, without its quotation marks. */
  start = 0
  end = 0
  readonly #bytes: Buffer
  /** Four bytes at a time, the first in the lowest bits. */
  readonly #words: Int32Array
  /** Where the next key is, and the next of the signs that few abstracts have, at or after the place that was asked about last. */
  readonly #key: NextPlace
  readonly #less: NextPlace
  readonly #and: NextPlace
  readonly #backslash: NextPlace

  /** `bytes`: well-formed UTF-8, from the start of a buffer. */
  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#bytes = buffer
    this.#words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
    this.#key = new NextPlace(buffer, KEY)
    this.#less = new NextPlace(buffer, LESS)
    this.#and = new NextPlace(buffer, AND)
    this.#backslash = new NextPlace(buffer, BACKSLASH)
  }

  /** Looks in the line bytes[from…end), after those asked about before. */
  find(from: number, end: number): boolean {
    const bytes = this.#bytes
    const key = this.#key.from(from)
    if (key >= end) return false
    let at = key + KEY.length
    while (bytes[at] === BLANK || bytes[at] === COLON) at++
    if (bytes[at] !== QUOTE) return false
    this.start = at + 1
    this.end = this.#endOfText(at + 1, end)
    return this.end - this.start >= LEAST && this.#isClean(this.start, this.end)
  }

  /** Where the quotation mark is that ends a text; −1 where there is none, or an escape that would not be written so. */
  #endOfText(start: number, lineEnd: number): number {
    const bytes = this.#bytes
    let escape = this.#backslash.from(start)
    let quote = bytes.indexOf(QUOTE, start)
    while (escape < quote) {
      if (bytes[escape + 1] !== QUOTE && bytes[escape + 1] !== BACKSLASH) return -1
      if (escape + 1 === quote) quote = bytes.indexOf(QUOTE, quote + 1)
      escape = this.#backslash.from(escape + 2)
    }
    return quote < lineEnd ? quote : -1
  }

  /** Whether a text, of which the escapes are known to be well, holds only plain characters: no markup, blanks only by themselves. */
  #isClean(start: number, end: number): boolean {
    if (this.#less.from(start) < end || this.#and.from(start) < end) return false
    const bytes = this.#bytes
    const words = this.#words
    let afterBlank = true
    for (let i = start; i < end;) {
      if ((i & 3) === 0 && i + 4 <= end) {
        const word = words[i >> 2]
        // The high bit of a byte is set where it is a blank; perhaps also where it is not, and then the bytes are looked at one by one.
        const other = word ^ 0x20202020
        const blanks = (other - 0x01010101) & ~other & 0x80808080
        const isOdd = ((word - 0x20202020) | word | (word + 0x01010101)) & 0x80808080
        if (isOdd === 0 && (blanks & (blanks << 8)) === 0 && !(afterBlank && (word & 0xff) === BLANK)) {
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
      const length = byte >= FIRST && byte <= LAST ? 1 : plainLength(byte, bytes[i + 1], bytes[i + 2])
      if (length === 0) return false
      i += length
    }
    return !afterBlank
  }
}

/** Where something is next, for places asked in ascending order. */
class NextPlace {
  readonly #bytes: Buffer
  readonly #sought: number | Buffer
  #place = -1

  constructor(bytes: Buffer, sought: number | Buffer) {
    this.#bytes = bytes
    this.#sought = sought
  }

  /** The first place at or after `from`; the number of bytes where there is none. */
  from(from: number): number {
    if (this.#place < from) {
      const place = this.#bytes.indexOf(this.#sought, from)
      this.#place = place < 0 ? this.#bytes.length : place
    }
    return this.#place
  }
}

/** Bytes of a plain character of two or three bytes that begins with these; 0 where it is none. */
function plainLength(first: number, second: number, third: number): number {
  if (first >= 0xc0 && first < 0xe0) return isPlain(((first & 0x1f) << 6) | (second & 0x3f)) ? 2 : 0
  if (first >= 0xe0 && first < 0xf0) {
    return isPlain(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)) ? 3 : 0
  }
  return 0
}

function isPlain(code: number): boolean {
  for (let row = 1; row < PLAIN_CHARACTERS.length; row++) {
    if (code <= PLAIN_CHARACTERS[row][1]) return code >= PLAIN_CHARACTERS[row][0]
  }
  return false
}
