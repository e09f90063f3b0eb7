// Every engine has it; the language's own types do not.
declare const TextEncoder: new () => {
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number }
}

const encoder = new TextEncoder()

/** Signs that may belong to what `cleanText` takes out, by ASCII code. */
const TELLING = new Uint8Array(128)
for (const sign of '@&\\$^_-:/.') TELLING[sign.charCodeAt(0)] = 1

const [HYPHEN, COLON, SLASH, DOT, C, D, I, M, O, R, G, W, ONE, ZERO] = Array.from('-:/.cdimorgw10', (sign) =>
  sign.charCodeAt(0),
)

/**
 * A text as UTF-16 units in an array, which are read several times quicker one by one than those of a string: for a string, engines look up
 * at each how it is stored. Used again for text after text.
 */
export class TextUnits {
  units = new Uint16Array(1 << 14)
  length = 0
  /** Whether `cleanText` might change the text, but for its apostrophes: rather once too often. */
  isSuspect = false
  #bytes = new Uint8Array(3 << 14)

  /** Takes a text in; curly apostrophes within words become straight ones, as `cleanText` has them. */
  load(text: string): void {
    if (text.length > this.units.length) {
      this.units = new Uint16Array(2 * text.length)
      this.#bytes = new Uint8Array(6 * text.length)
    }
    const { units } = this
    const bytes = this.#bytes
    const { written } = encoder.encodeInto(text, bytes)
    let isSuspect = false
    let hasCurly = false
    let length = 0
    for (let i = 0; i < written;) {
      const byte = bytes[i]
      if (byte < 0x80) {
        if (TELLING[byte] === 1 && !isSuspect) isSuspect = mayBeCleaned(byte, bytes, i, written)
        units[length++] = byte
        i++
      } else if (byte < 0xe0) {
        const unit = ((byte & 31) << 6) | (bytes[i + 1] & 63)
        if (unit === 0x2bc) hasCurly = true
        units[length++] = unit
        i += 2
      } else if (byte < 0xf0) {
        const unit = ((byte & 15) << 12) | ((bytes[i + 1] & 63) << 6) | (bytes[i + 2] & 63)
        if (unit === 0x2019) hasCurly = true
        units[length++] = unit
        i += 3
      } else {
        const high = ((byte & 7) << 18) | ((bytes[i + 1] & 63) << 12)
        const point = (high | ((bytes[i + 2] & 63) << 6) | (bytes[i + 3] & 63)) - 0x10000
        units[length++] = 0xd800 | (point >> 10)
        units[length++] = 0xdc00 | (point & 1023)
        i += 4
      }
    }
    this.length = length
    this.isSuspect = isSuspect
    if (hasCurly) straighten(units, length)
  }

  /** Some of the units as a string. */
  slice(start: number, end: number): string {
    return String.fromCharCode.apply(null, this.units.subarray(start, end) as unknown as number[])
  }
}

function mayBeCleaned(sign: number, bytes: Uint8Array, at: number, end: number): boolean {
  const next = at + 1 < end ? bytes[at + 1] : 0
  // `Navier--Stokes`, `https://`, `(cid:123)`
  if (sign === HYPHEN || sign === SLASH) return next === sign
  if (sign === COLON) return at > 2 && bytes[at - 1] === D && bytes[at - 2] === I && bytes[at - 3] === C
  if (sign !== DOT) return true
  // `www.`, `10.1000/abc`, `.com`, `.org`
  if (at > 0 && bytes[at - 1] === W) return true
  if (at > 1 && bytes[at - 1] === ZERO && bytes[at - 2] === ONE) return true
  if (at + 3 >= end) return false
  const [third, fourth] = [bytes[at + 2], bytes[at + 3]]
  return (next === C && third === O && fourth === M) || (next === O && third === R && fourth === G)
}

const letters = new Map<number, boolean>()

function isLetter(unit: number): boolean {
  let known = letters.get(unit)
  if (known === undefined) letters.set(unit, (known = /\p{L}/u.test(String.fromCharCode(unit))))
  return known
}

function straighten(units: Uint16Array, length: number): void {
  for (let i = 1; i + 1 < length; i++) {
    if ((units[i] === 0x2019 || units[i] === 0x2bc) && isLetter(units[i - 1]) && isLetter(units[i + 1])) units[i] = 0x27
  }
}
