import { NextPlace } from '../../../shared/next-place.ts'
import { PlainBytes } from '../../../shared/plain-bytes.ts'
import { BIBTEX_SPECIAL } from '../../report/bibtex.ts'
import type { ByteFile } from './byte-file.ts'

const [QUOTE, BACKSLASH] = Buffer.from('"\\')
/** A byte that BibTeX or LaTeX would act on → what is written for it. */
const SPECIAL = new Map(Object.entries(BIBTEX_SPECIAL).map(([sign, written]) => [sign.charCodeAt(0), written]))

/**
 * Writes texts of JSON as `bibtexText` would write them, from bytes to bytes: abstracts are three quarters of a report in BibTeX, and to decode them, look at
 * them and encode them again is most of its work.
 */
export class BibtexBytes {
  readonly #bytes: Buffer
  readonly #plain: PlainBytes
  /** Where the next of each sign is, for places asked in ascending order. */
  readonly #signs: NextPlace<number>[]
  readonly #escape: NextPlace<number>

  /** `bytes`: well-formed UTF-8 from the start of its buffer. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#plain = new PlainBytes(bytes)
    this.#signs = [...SPECIAL.keys()].map((sign) => new NextPlace(bytes, sign))
    this.#escape = new NextPlace(bytes, BACKSLASH)
  }

  /** Writes what stands in bytes[start…end) between quotation marks, behind texts written before; false, and nothing written, where it has to be decoded. */
  write(start: number, end: number, file: ByteFile): boolean {
    if (!this.#hasPlainEscapes(start, end) || !this.#plain.isPlain(start, end)) return false
    const bytes = this.#bytes
    for (let at = start; at < end;) {
      let next = end
      for (const sign of this.#signs) next = Math.min(next, sign.from(at))
      file.bytes(bytes, at, next)
      if (next === end) return true
      const isQuote = bytes[next] === BACKSLASH && bytes[next + 1] === QUOTE
      file.text(isQuote ? '"' : SPECIAL.get(bytes[next])!)
      at = next + (bytes[next] === BACKSLASH ? 2 : 1)
    }
    return true
  }

  /** Whether nothing is escaped but quotation marks and backslashes. */
  #hasPlainEscapes(start: number, end: number): boolean {
    for (let escape = this.#escape.from(start); escape < end; escape = this.#escape.from(escape + 2)) {
      const escaped = this.#bytes[escape + 1]
      if (escaped !== QUOTE && escaped !== BACKSLASH) return false
    }
    return true
  }
}
