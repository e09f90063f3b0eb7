import type { Paper } from '../../../shared/paper.ts'
import { linePieces } from '../../engine/local/snapshot-lines.ts'

const LF = 10
const [BEFORE, BEHIND] = [Buffer.from(',"abstract":'), Buffer.from('","date":')]
const [QUOTE] = Buffer.from('"')

/** A line of `papers.jsonl`, in the bytes of a piece. */
export interface PaperLine {
  bytes: Buffer
  from: number
  /** Where its LF is. */
  end: number
}

/** The lines of a file that `paperLine` wrote, in groups of those that were read together. */
export function* paperLineGroups(path: string): Generator<PaperLine[]> {
  for (const { bytes } of linePieces(path)) {
    // From the start of the memory on, which is that of four bytes at a time.
    const buffer = Buffer.from(bytes.buffer, 0, bytes.byteOffset + bytes.length)
    const lines: PaperLine[] = []
    for (let from = bytes.byteOffset, end = 0; from < buffer.length; from = end + 1) {
      const lf = buffer.indexOf(LF, from)
      end = lf < 0 ? buffer.length : lf
      lines.push({ bytes: buffer, from, end })
    }
    yield lines
  }
}

/** The paper of a line. */
export function wholePaper({ bytes, from, end }: PaperLine): Paper {
  return JSON.parse(bytes.toString('utf8', from, end)) as Paper
}

/** A paper without its abstract, and where in the line that is: JSON, between its quotation marks. */
export interface ShortPaper {
  /** Its abstract is empty where it has one. */
  paper: Paper
  /** The same number where there is none. */
  start: number
  end: number
}

/** The paper of a line without its abstract: those are most of the bytes, and lists show none. */
export function shortPaper(line: PaperLine): ShortPaper {
  const { bytes, from, end } = line
  // Quotation marks within texts are escaped: neither can stand in one.
  const key = bytes.indexOf(BEFORE, from)
  const start = key + BEFORE.length
  const behind = key < 0 || start >= end || bytes[start] !== QUOTE ? -1 : bytes.indexOf(BEHIND, start)
  if (behind < 0 || behind >= end) return { paper: wholePaper(line), start: 0, end: 0 }
  const rest = `${bytes.toString('utf8', from, start)}"${bytes.toString('utf8', behind, end)}`
  return { paper: JSON.parse(rest) as Paper, start: start + 1, end: behind }
}
