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
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
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
