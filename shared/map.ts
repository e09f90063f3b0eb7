/**
 * The map as it travels: little-endian binary columns, one value a paper, papers in order of their id by code point.
 *
 * | bytes | what |
 * |---|---|
 * | 0–3 | `TMAP` |
 * | 4–7 | Uint32 version, 1 |
 * | 8–11 | Uint32 n, the number of papers |
 * | 12–15 | Uint32 b, the bytes of all ids together |
 * | then n × 4 | Float32 x, map units |
 * | n × 4 | Float32 y, map units, up is larger |
 * | n × 4 | Int32 day: first day of the date as days since 1970-01-01; −2147483648 for none |
 * | n × 2 | Uint16 topic id, 0 is Miscellaneous |
 * | n × 2 | Uint16 runner-up topic id, 65535 for none |
 * | n × 1 | Uint8 flags: bit 0 uncertain |
 * | 0–3 | zeros up to a multiple of 4 |
 * | (n+1) × 4 | Uint32 where each id starts among the id bytes |
 * | b | UTF-8 ids, one after the other |
 */
export interface MapColumns {
  /** Number of papers; the length of every column. */
  n: number
  x: Float32Array
  y: Float32Array
  /** Days since 1970-01-01; NO_DAY for none. */
  day: Int32Array
  topic: Uint16Array
  /** NO_TOPIC for none. */
  runnerUp: Uint16Array
  /** Bit 0: uncertain. */
  flags: Uint8Array
  ids: string[]
}

export const NO_DAY = -2147483648
export const NO_TOPIC = 65535
export const FLAG_UNCERTAIN = 1

const MAGIC = 0x50414d54 // "TMAP", little-endian
const VERSION = 1
const HEADER_BYTES = 16

function layout(n: number) {
  const x = HEADER_BYTES
  const y = x + 4 * n
  const day = y + 4 * n
  const topic = day + 4 * n
  const runnerUp = topic + 2 * n
  const flags = runnerUp + 2 * n
  const offsets = Math.ceil((flags + n) / 4) * 4
  return { x, y, day, topic, runnerUp, flags, offsets, ids: offsets + 4 * (n + 1) }
}

/** Packs the columns; the platform is little-endian, as all that Node and browsers run on are. */
export function encodeMap(map: MapColumns, encoder: { encode(text: string): Uint8Array }): Uint8Array<ArrayBuffer> {
  const { n } = map
  const ids = map.ids.map((id) => encoder.encode(id))
  const idBytes = ids.reduce((sum, id) => sum + id.length, 0)
  const at = layout(n)
  const buffer = new ArrayBuffer(at.ids + idBytes)
  new Uint32Array(buffer, 0, 4).set([MAGIC, VERSION, n, idBytes])
  new Float32Array(buffer, at.x, n).set(map.x)
  new Float32Array(buffer, at.y, n).set(map.y)
  new Int32Array(buffer, at.day, n).set(map.day)
  new Uint16Array(buffer, at.topic, n).set(map.topic)
  new Uint16Array(buffer, at.runnerUp, n).set(map.runnerUp)
  new Uint8Array(buffer, at.flags, n).set(map.flags)
  const offsets = new Uint32Array(buffer, at.offsets, n + 1)
  const bytes = new Uint8Array(buffer)
  let end = 0
  ids.forEach((id, i) => {
    offsets[i] = end
    bytes.set(id, at.ids + end)
    end += id.length
  })
  offsets[n] = end
  return bytes
}

/** Reads what `encodeMap` wrote; the numeric columns are views, not copies. Throws on anything else. */
export function decodeMap(buffer: ArrayBuffer, decoder: { decode(bytes: Uint8Array): string }): MapColumns {
  if (buffer.byteLength < HEADER_BYTES) throw new Error(`map too short: ${buffer.byteLength} bytes`)
  const [magic, version, n, idBytes] = new Uint32Array(buffer, 0, 4) as unknown as [number, number, number, number]
  if (magic !== MAGIC || version !== VERSION) throw new Error(`unknown map format: ${magic} version ${version}`)
  const at = layout(n)
  if (buffer.byteLength !== at.ids + idBytes)
    throw new Error(`map cut short: ${buffer.byteLength} bytes for ${n} papers`)
  const offsets = new Uint32Array(buffer, at.offsets, n + 1)
  const bytes = new Uint8Array(buffer, at.ids, idBytes)
  const ids: string[] = new Array(n)
  // Ids are mostly ASCII, where a byte is a character: a million of them are cut from one text.
  const whole = decoder.decode(bytes)
  for (let i = 0; i < n; i++) {
    const [from, to] = [offsets[i], offsets[i + 1]]
    ids[i] = whole.length === idBytes ? whole.slice(from, to) : decoder.decode(bytes.subarray(from, to))
  }
  return {
    n,
    x: new Float32Array(buffer, at.x, n),
    y: new Float32Array(buffer, at.y, n),
    day: new Int32Array(buffer, at.day, n),
    topic: new Uint16Array(buffer, at.topic, n),
    runnerUp: new Uint16Array(buffer, at.runnerUp, n),
    flags: new Uint8Array(buffer, at.flags, n),
    ids,
  }
}
