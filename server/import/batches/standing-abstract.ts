import { Buffer } from 'node:buffer'
import { NextPlace } from '../../../shared/next-place.ts'
import { PlainBytes } from '../../../shared/plain-bytes.ts'

/** What stands in the place of an abstract while the rest of its record is read. */
export const STANDS = 'This abstract stands in its file as it is to be written, all of it between quotation marks.'

/** Bytes from which on an abstract is worth it. Shorter ones might also say that there is none. */
const LEAST = 64

const KEY = Buffer.from('"abstract"')
const [QUOTE, BACKSLASH, BLANK, COLON, LESS, AND] = Buffer.from('"\\ :<&')

/**
 * Finds the abstracts in lines of JSON that come out of an import byte by byte as they went in: no escapes but of quotation marks and backslashes, no markup, clean. Most
 * of a collection are such, and most of its bytes; to decode, parse, clean and write them again is most of the work of an import.
 */
export class StandingAbstracts {
  /** Where the one that was found begins and ends, without its quotation marks. */
  start = 0
  end = 0
  readonly #bytes: Buffer
  readonly #plain: PlainBytes
  /** Where the next key is, and the next of the signs that few abstracts have, at or after the place that was asked about last. */
  readonly #key: NextPlace<Uint8Array>
  readonly #less: NextPlace<number>
  readonly #and: NextPlace<number>
  readonly #backslash: NextPlace<number>

  /** `bytes`: well-formed UTF-8, from the start of a buffer. */
  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#bytes = buffer
    this.#plain = new PlainBytes(bytes)
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

  /** Whether a text, of which the escapes are known to be well, holds only plain characters and no markup. */
  #isClean(start: number, end: number): boolean {
    return this.#less.from(start) >= end && this.#and.from(start) >= end && this.#plain.isPlain(start, end)
  }
}
