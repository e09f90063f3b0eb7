/**
 * Where bytes stop being UTF-8 (The Unicode Standard, table 3-7), or null where they do not. A character that only lacks
 * its last bytes at the very end is bad as well.
 */
export function firstBadUtf8(bytes: Uint8Array): { at: number } | null {
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i]
    if (lead < 0x80) {
      i++
      continue
    }
    const length = lengthOf(lead)
    if (lead < 0xc2 || lead > 0xf4) return { at: i }
    const second = bytes[i + 1] ?? 0
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < low || second > high) return { at: i }
    for (let j = 2; j < length; j++) if (((bytes[i + j] ?? 0) & 0xc0) !== 0x80) return { at: i }
    i += length
  }
  return null
}

/**
 * A `TextDecoder` of UTF-8 in pieces, which throws a TypeError at what is none. That of the platform is several times as slow where it is told of pieces, so
 * it gets whole characters. A byte order mark at the beginning is left out.
 */
export class Utf8Decoder {
  /** The bytes of a character that the last piece began and did not end. */
  open: Uint8Array = new Uint8Array(0)
  #decoder = new TextDecoder('utf-8', { fatal: true })

  /** The text of a piece; without one, that of the end, where nothing may be left open. */
  decode(piece?: Uint8Array): string {
    if (piece === undefined) {
      if (this.open.length > 0) throw new TypeError('a character is cut short')
      return ''
    }
    const bytes = this.open.length === 0 ? piece : joined(this.open, piece)
    const end = bytes.length - openBytes(bytes)
    const open = bytes.slice(end)
    if (!goesOn(open)) throw new TypeError('a character that is none')
    const text = this.#decoder.decode(bytes.subarray(0, end))
    this.open = open
    if (end > 0) this.#decoder = LATER
    return text
  }
}

/** For all pieces but the first: a mark between others is a character. */
const LATER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}

/** How many bytes at the end begin a character that needs more. */
function openBytes(bytes: Uint8Array): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count++) {
    const byte = bytes[bytes.length - count]
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return count < lengthOf(byte) ? count : 0
  }
  return 0
}

/** Whether some bytes, fewer than their first one asks for, can go on to be a character. */
function goesOn(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true
  // What may stand second differs from character to character: one of these does.
  return [0x80, 0x90, 0xa0].some(
    (byte) => firstBadUtf8(Uint8Array.of(...bytes, byte, 0x80, 0x80).subarray(0, lengthOf(bytes[0]))) === null,
  )
}

function lengthOf(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
}
