import { learnClass } from './unit-classes.ts'

// Every engine has it; the language's own types do not.
declare const TextEncoder: new () => {
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number }
}

const encoder = new TextEncoder()

/**
 * A text as UTF-16 units in an array, which are read several times quicker one by one than those of a string: for a string, engines look up
 * at each how it is stored. Used again for text after text.
 */
export class TextUnits {
  units = new Uint16Array(1 << 14)
  length = 0
  #hasCurly = false
  #bytes = new Uint8Array(3 << 14)

  /** Takes a text in; curly apostrophes within words become straight ones, as `cleanText` has them. */
  load(text: string): void {
    this.#reserve(text.length)
    const bytes = this.#bytes
    const { written } = encoder.encodeInto(text, bytes)
    if (written === text.length) {
      // ASCII: each byte is a unit.
      this.units.set(bytes.subarray(0, written))
      this.length = written
      return
    }
    this.length = 0
    for (let i = 0; i < written;) {
      if (bytes[i] < 0x80) this.units[this.length++] = bytes[i++]
      else i = this.#decode(bytes, i)
    }
    this.#straighten()
  }

  /** Some of the units as a string. */
  slice(start: number, end: number): string {
    return String.fromCharCode.apply(null, this.units.subarray(start, end) as unknown as number[])
  }

  #reserve(length: number): void {
    if (length <= this.units.length) return
    this.units = new Uint16Array(2 * length)
    this.#bytes = new Uint8Array(6 * length)
  }

  /** Adds the sign beyond ASCII whose bytes begin at `i`; where the next one begins. */
  #decode(bytes: Uint8Array, i: number): number {
    const byte = bytes[i]
    if (byte >= 0xf0) {
      const high = ((byte & 7) << 18) | ((bytes[i + 1] & 63) << 12)
      const point = (high | ((bytes[i + 2] & 63) << 6) | (bytes[i + 3] & 63)) - 0x10000
      this.#add(0xd800 | (point >> 10))
      this.#add(0xdc00 | (point & 1023))
      return i + 4
    }
    const isShort = byte < 0xe0
    const unit = isShort
      ? ((byte & 31) << 6) | (bytes[i + 1] & 63)
      : ((byte & 15) << 12) | ((bytes[i + 1] & 63) << 6) | (bytes[i + 2] & 63)
    if (unit === 0x2bc || unit === 0x2019) this.#hasCurly = true
    this.#add(unit)
    return i + (isShort ? 2 : 3)
  }

  #add(unit: number): void {
    learnClass(unit)
    this.units[this.length++] = unit
  }

  #straighten(): void {
    if (!this.#hasCurly) return
    this.#hasCurly = false
    straighten(this.units, this.length)
  }
}

const letters = new Map<number, boolean>()

function isLetter(point: number): boolean {
  let known = letters.get(point)
  if (known === undefined) letters.set(point, (known = /\p{L}/u.test(String.fromCodePoint(point))))
  return known
}

const HIGH = 0xd800
const LOW = 0xdc00

/** The code point that ends before place `i`, and the one that begins there. */
function pointBefore(units: Uint16Array, i: number): number {
  const unit = units[i - 1]
  const isPair = (unit & 0xfc00) === LOW && i > 1
  return isPair ? 0x10000 + ((units[i - 2] - HIGH) << 10) + unit - LOW : unit
}
function pointAt(units: Uint16Array, i: number): number {
  const unit = units[i]
  return (unit & 0xfc00) === HIGH ? 0x10000 + ((unit - HIGH) << 10) + units[i + 1] - LOW : unit
}

function straighten(units: Uint16Array, length: number): void {
  for (let i = 1; i + 1 < length; i++) {
    if (units[i] !== 0x2019 && units[i] !== 0x2bc) continue
    if (isLetter(pointBefore(units, i)) && isLetter(pointAt(units, i + 1))) units[i] = 0x27
  }
}
