import { isUtf8 } from 'node:buffer'
import { TidemapError } from '../../../shared/error.ts'
import { PAPER_FIELDS, type Paper } from '../../../shared/paper.ts'
import { isEmptyVocabulary, type Vocabulary } from '../../../shared/vocabulary.ts'
import type { LineReader } from '../../analysis/kernels/wasm/line-reader.ts'
import type { Task } from '../../analysis/tasks/task.ts'
import { columnsOf, type FactColumns } from '../../analysis/text/fact-table.ts'
import { paperFacts, type PaperFacts } from '../../analysis/text/paper-facts.ts'
import { ShardReader } from '../../analysis/text/shard-reader.ts'
import type { TokenShard } from '../../analysis/text/token-shard.ts'
import { FactsOfLines } from './facts-of-lines.ts'
import { forgetLineReader, lineReader } from './line-reader.ts'
import { type FilePart, type PieceOfLines, readPart } from './snapshot-lines.ts'

/** A piece of a snapshot: whole lines of UTF-8, each with its LF (the last of the file may have none). */
export interface LinesShard extends PieceOfLines {
  vocabulary: Vocabulary | undefined
}

/** The same before it was read from the file. */
export interface PartShard extends FilePart {
  vocabulary: Vocabulary | undefined
}

export interface PapersShard {
  /** Where its lines begin in the file, in bytes. */
  at: number
  facts: FactColumns
  /** Paper → bytes of its line, LF included, and of what stands before it since the last one. */
  lengths: Int32Array
  /** Whether every line is as `paperLine` writes it. */
  isCanonical: boolean
  tokens: TokenShard
}

/**
 * Reads a part of a snapshot into words and facts, from the file into the memory of the reader, so that no thread holds more text than a piece and none is sent from one to another.
 * Throws as `readSnapshot` does.
 */
export const readPapers: Task<PartShard, PapersShard> = {
  name: 'readPapers',
  hasSmallInputs: true,
  run({ vocabulary, ...part }) {
    const reader = readerFor(vocabulary)
    const roomOf = (bytes: number): Uint8Array => reader?.room(bytes) ?? Buffer.allocUnsafeSlow(bytes)
    return readLines({ ...readPart(part, roomOf), vocabulary })
  },
  end: forgetLineReader,
}

/** Reads lines into words and facts, in WebAssembly where it is there. */
export function readLines(shard: LinesShard): PapersShard {
  const reader = readerFor(shard.vocabulary)
  return reader !== null && isUtf8(shard.bytes) ? readCompiled(reader, shard) : readPlainly(shard)
}

function readerFor(vocabulary: Vocabulary | undefined): LineReader | null {
  return vocabulary !== undefined && !isEmptyVocabulary(vocabulary) ? null : lineReader()
}

/** A line that was parsed. */
interface ParsedLine {
  paper: Paper
  isCanonical: boolean
}

function readCompiled(reader: LineReader, shard: LinesShard): PapersShard {
  const lines = new Lines(shard)
  const facts = new FactsOfLines(shard.bytes)
  let isCanonical = true
  const { places, tokens } = reader.read(shard.bytes, {
    line(from) {
      const end = lines.endOf(from)
      const parsed = lines.parse(from, end)
      isCanonical &&= parsed !== null && parsed.isCanonical
      if (parsed === null) return { end, paper: null }
      facts.note(from, paperFacts(parsed.paper))
      return { end, paper: parsed.paper }
    },
    text: (from, to) => JSON.parse(lines.text(from, to)) as string,
  })
  return { at: shard.at, ...facts.of(places), isCanonical, tokens }
}

/** The same without WebAssembly. */
export function readPlainly(shard: LinesShard): PapersShard {
  const { bytes, vocabulary } = shard
  const lines = new Lines(shard)
  const reader = new ShardReader(vocabulary)
  const facts: PaperFacts[] = []
  const lengths: number[] = []
  let isCanonical = true
  let counted = 0
  for (let from = 0; from < bytes.length;) {
    const end = lines.endOf(from)
    const parsed = lines.parse(from, end)
    isCanonical &&= parsed !== null && parsed.isCanonical
    from = end
    if (parsed === null) continue
    reader.read(parsed.paper.title, parsed.paper.abstract)
    facts.push(paperFacts(parsed.paper))
    lengths.push(end - counted)
    counted = end
  }
  return {
    at: shard.at,
    facts: columnsOf(facts),
    lengths: Int32Array.from(lengths),
    isCanonical,
    tokens: reader.finish(),
  }
}

/** The lines of a piece, one by one. */
class Lines {
  readonly #bytes: Uint8Array
  readonly #at: number
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })

  constructor({ bytes, at }: LinesShard) {
    this.#bytes = bytes
    this.#at = at
  }

  /** Where the line ends that begins at `from`, LF included. U+2028 and the like are no line ends here: JSON may hold them. */
  endOf(from: number): number {
    const lf = this.#bytes.indexOf(10, from)
    return lf < 0 ? this.#bytes.length : lf + 1
  }

  /** The paper of a line; null where nothing stands in it. */
  parse(from: number, end: number): ParsedLine | null {
    const hasLf = this.#bytes[end - 1] === 10
    const text = this.text(from, hasLf ? end - 1 : end)
    if (text === '') return null
    const paper = paperOf(text, this.#at + from)
    return { paper, isCanonical: hasLf && isPaperLine(paper, text) }
  }

  text(from: number, to: number): string {
    return this.#decoder.decode(this.#bytes.subarray(from, to))
  }
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

/**
 * The paper of a line that begins about byte `at`; throws `internal`, which says so, where it is none: a snapshot is our own file, so that is a fault, not bad
 * input.
 */
export function paperOf(line: string, at: number): Paper {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new TidemapError('internal', `snapshot holds a broken line near byte ${at}`, { cause })
  }
  if (!isPaper(value)) throw new TidemapError('internal', `snapshot holds a line that is no paper near byte ${at}`)
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
