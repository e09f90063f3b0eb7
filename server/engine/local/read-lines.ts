import { TidemapError } from '../../../shared/error.ts'
import { PAPER_FIELDS, type Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import type { Task } from '../../analysis/tasks/task.ts'
import { paperFacts, type PaperFacts } from '../../analysis/text/paper-facts.ts'
import { readShard, type TokenShard } from '../../analysis/text/read-shard.ts'

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
    const papers: Paper[] = []
    const lengths: number[] = []
    let isCanonical = true
    let counted = 0
    for (let from = 0, number = line; from < bytes.length; number++) {
      // U+2028 and the like are no line ends here: JSON may hold them.
      const end = bytes.indexOf(10, from)
      const text = decoder.decode(bytes.subarray(from, end < 0 ? bytes.length : end))
      from = end < 0 ? bytes.length : end + 1
      if (text === '') {
        isCanonical = false
        continue
      }
      const paper = paperOf(text, number)
      isCanonical &&= end >= 0 && isPaperLine(paper, text)
      papers.push(paper)
      lengths.push(from - counted)
      counted = from
    }
    const tokens = readShard.run({
      titles: papers.map(({ title }) => title),
      abstracts: papers.map(({ abstract }) => abstract),
      vocabulary,
    })
    return { facts: papers.map(paperFacts), lengths: Int32Array.from(lengths), isCanonical, tokens }
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
