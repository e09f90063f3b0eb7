import { TidemapError } from '../../../shared/error.ts'
import { WORKS_TODAY } from '../unsupported.ts'

/** First bytes of files that are no text, with the name people know them by. */
const SIGNATURES: [name: string, bytes: number[]][] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive, such as XLSX or DOCX', [0x50, 0x4b, 0x03, 0x04]],
  ['an empty ZIP archive', [0x50, 0x4b, 0x05, 0x06]],
  ['an old Office file, such as XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68, 0x39]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
]

/** Refuses the first bytes of anything that is plainly no text, naming what it is where that is known. */
export function refuseBinary(head: Uint8Array): void {
  for (const [name, bytes] of SIGNATURES) {
    if (bytes.every((byte, i) => head[i] === byte)) {
      throw new TidemapError('unsupported-format', `unknown format: ${name}`, { hint: WORKS_TODAY })
    }
  }
}

/** Refuses text with NUL characters: no text format has them, UTF-16 read as UTF-8 does. */
export function refuseNul(head: Uint8Array): void {
  const nul = head.indexOf(0)
  if (nul < 0) return
  if (looksLikeUtf16(head)) {
    throw new TidemapError('unprocessable', 'text without a byte order mark that looks like UTF-16', {
      hint: `try the encoding utf-16${head[0] === 0 ? 'be' : 'le'}`,
    })
  }
  throw new TidemapError('unsupported-format', `unknown format: binary data (NUL at byte ${nul + 1})`, {
    hint: WORKS_TODAY,
  })
}

/** Western text in UTF-16 has a NUL in every other byte, always on the same side. */
function looksLikeUtf16(head: Uint8Array): boolean {
  const nuls: [even: number, odd: number] = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i % 2 === 0 ? 0 : 1]++
  const [less, more] = nuls[0] < nuls[1] ? nuls : [nuls[1], nuls[0]]
  return more > head.length * 0.3 && less < head.length * 0.02
}
