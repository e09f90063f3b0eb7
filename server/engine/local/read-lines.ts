import { isUtf8 } from 'node:buffer'
import { TidemapError } from '../../../shared/error.ts'
import { PAPER_FIELDS, type Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import type { Task } from '../../analysis/tasks/task.ts'
import { paperFacts, type PaperFacts } from '../../analysis/text/paper-facts.ts'
import { ShardReader, type TokenShard } from '../../analysis/text/shard-reader.ts'
import { PaperBytes } from './paper-bytes.ts'

/** A piece of a snapshot: whole lines of UTF-8, each with its LF (the last of the file may have none). */
export interface LinesShard {
  bytes: Uint8Array
  /** Number of its first line, from 1. */
  line: number
  vocabulary: Vocabulary | undefined
}

export interface PapersShard {
  facts: PaperFacts[]
  /** Paper → bytes of its line, LF included, and of what stands before it since the last one. */
  lengths: Int32Array
  /** Whether every line is as `paperLine` writes it. */
  isCanonical: boolean
  tokens: TokenShard
}

/** Parses the lines of a snapshot and reads their words, so that no thread holds more text than a piece. Throws as `readSnapshot` does. */
export const readLines: Task<LinesShard, PapersShard> = {
  name: 'readLines',
  run({ bytes, line, vocabulary }) {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const isWellFormed = isUtf8(bytes)
    const quick = new PaperBytes(bytes)
    const reader = new ShardReader(vocabulary)
    const facts: PaperFacts[] = []
    const lengths: number[] = []
    let isCanonical = true
    let counted = 0
    for (let from = 0, number = line; from < bytes.length; number++) {
      // U+2028 and the like are no line ends here: JSON may hold them.
      const lf = bytes.indexOf(10, from)
      const end = lf < 0 ? bytes.length : lf
      const start = from
      from = lf < 0 ? end : end + 1
      if (end === start) {
        isCanonical = false
        continue
      }
      isCanonical &&= lf >= 0
      let known = isWellFormed ? quick.read(start, end) : null
      if (known !== null) reader.readLoaded(quick.title, known.hasAbstract ? quick.abstract : null)
      else {
        const text = decoder.decode(bytes.subarray(start, end))
        const paper = paperOf(text, number)
        isCanonical &&= isPaperLine(paper, text)
        reader.read(paper.title, paper.abstract)
        known = paperFacts(paper)
      }
      facts.push(known)
      lengths.push(from - counted)
      counted = from
    }
    return { facts, lengths: Int32Array.from(lengths), isCanonical, tokens: reader.finish() }
  },
}

/** Whether a line is what `paperLine` would write of its paper. */
function isPaperLine(paper: Paper, line: string): boolean {
  const fields = Object.keys(paper)
  return (
    fields.length === PAPER_FIELDS.length &&
    fields.every((field, i) => field === PAPER_FIELDS[i]) &&
    JSON.stringify(paper) === line
  )
}

/** The paper of a line; throws `internal` where it is none: a snapshot is our own file, so that is a fault, not bad input. */
export function paperOf(line: string, number: number): Paper {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new TidemapError('internal', 'snapshot holds a broken line', { line: number, cause })
  }
  if (!isPaper(value)) throw new TidemapError('internal', 'snapshot holds a line that is no paper', { line: number })
  return value
}

/** A light check: every record was parsed by the full schema when it was imported. */
function isPaper(value: unknown): value is Paper {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, abstract, date } = value as Record<string, unknown>
  return (
    typeof id === 'string' && id !== '' && typeof title === 'string' && isTextOrNull(abstract) && isTextOrNull(date)
  )
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}
