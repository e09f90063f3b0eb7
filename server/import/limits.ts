/** What an import takes at most: a file beyond any of these is refused, whatever it promises to be. */
export const LIMITS = {
  /** Bytes as they come in, packed or not. */
  packedBytes: 1024 ** 3,
  /** Bytes after unpacking. */
  unpackedBytes: 1024 ** 3,
  /** Unpacked ÷ packed, looked at once `ratioFromBytes` came out: text stays below 30, deflate can reach 1,032. */
  ratio: 200,
  ratioFromBytes: 4 * 1024 ** 2,
  /** UTF-16 units of one line. */
  lineLength: 16 * 1024 ** 2,
  /** UTF-16 units of one record. */
  recordLength: 1024 ** 2,
  records: 1_000_000,
  /** Arrays and objects inside each other. */
  jsonDepth: 64,
  /** Records that may be rejected before the whole file is: every rejection is listed, so the list must end somewhere. */
  rejected: 100_000,
} as const

/** A byte count as people read it. */
export function readableBytes(bytes: number): string {
  if (bytes >= 1024 ** 3) return `${Math.round(bytes / 1024 ** 3)} GB`
  if (bytes >= 1024 ** 2) return `${Math.round(bytes / 1024 ** 2)} MB`
  return `${Math.round(bytes / 1024)} kB`
}
