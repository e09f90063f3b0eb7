import { TidemapError } from '../../../shared/error.ts'
import type { KeyedPaper } from '../identity/key.ts'
import type { Intake } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import { jsonLines, readJsonLine } from '../readers/json-lines.ts'
import type { RawRecord, Sink } from '../readers/reader.ts'
import { ColumnNames } from '../record/columns.ts'
import { paperOfRecord } from '../record/paper-of-record.ts'
import { PaperLines, type PaperColumns, type StandingText } from '../spool/paper-lines.ts'
import { FlatPapers } from './flat-papers.ts'
import { forEachLineOf, type LineBatch } from './line-batches.ts'
import type { LineModule } from './line-module.ts'
import { LineScanners } from './line-scanners.ts'
import { STANDS, StandingAbstracts } from './standing-abstract.ts'

/** A record that is no paper, and how many papers of its batch stand before it. */
interface NoPaper {
  before: number
  line: number
  /** Null where it only has no title. */
  reason: string | null
  isRecord: boolean
}

/** What was read of a batch, as plain data: all that an intake would have got of it. */
export interface BatchRecords {
  papers: PaperColumns
  others: NoPaper[]
  /** Names of columns as they were met, and how often which (folded) served a field. */
  names: string[]
  served: (readonly [field: string, folded: string, times: number])[]
}

/** What a batch holds, or what was thrown in reading it. */
export type BatchAnswer = { records: BatchRecords } | { error: unknown }

/** Reads lines of JSON by themselves, batch after batch, on whatever thread. */
export class BatchReader {
  readonly #scanners: LineScanners

  /** `module`: null for TypeScript alone, which reads the same. */
  constructor(module: LineModule | null) {
    this.#scanners = new LineScanners(module)
  }

  answerTo(batch: LineBatch): BatchAnswer {
    try {
      return { records: readBatch(batch, this.#scanners) }
    } catch (error) {
      return { error }
    }
  }
}

function readBatch(batch: LineBatch, scanners: LineScanners): BatchRecords {
  const gathered = new BatchSink(batch.bytes, scanners)
  const standing = new StandingAbstracts(batch.bytes)
  forEachLineOf(
    batch,
    (bytes, from, end, number) => {
      if (gathered.takeFlat(from, end, number)) return
      if (end - from <= LIMITS.recordLength && standing.find(from, end)) {
        const { start, end: after } = standing
        const rest = bytes.toString('utf8', from, start) + STANDS + bytes.toString('utf8', after, end)
        if (gathered.takeStanding(rest, number, { bytes, start, end: after, standIn: STANDS })) return
      }
      readJsonLine(bytes.toString('utf8', from, end), number, gathered)
    },
    gathered,
  )
  return gathered.end()
}

/** Hands on what was read of a batch, as if its records were read there and then; throws as the intake does. */
export function takeBatch({ papers, others, names, served }: BatchRecords, intake: Intake): void {
  for (const name of names) intake.fold(name)
  for (const [field, folded, times] of served) intake.names.serve(field, folded, times)
  let taken = 0
  intake.takeLines(papers, (i) => {
    for (; taken < others.length && others[taken].before <= i; taken++) takeOther(others[taken], intake)
  })
  for (; taken < others.length; taken++) takeOther(others[taken], intake)
}

function takeOther({ line, reason, isRecord }: NoPaper, intake: Intake): void {
  if (reason !== null && !isRecord) intake.malformed(line, reason)
  else {
    intake.recordOn(line, () => {
      if (reason === null) return null
      throw new TidemapError('unprocessable', reason)
    })
  }
}

class BatchSink implements Sink {
  readonly #columns = new ColumnNames()
  readonly #papers: PaperLines
  readonly #flat: FlatPapers
  readonly #others: NoPaper[] = []
  #count = 0
  /** The abstract of the record that is being read, where it is left out of it. */
  #standing: StandingText | null = null
  #isRefused = false

  constructor(bytes: Uint8Array, scanners: LineScanners) {
    // Lines grow by the names of the fields that they lack.
    this.#papers = new PaperLines(bytes.length + (bytes.length >> 2) + 4096)
    this.#flat = new FlatPapers(bytes, scanners, this.#columns, this.#papers)
  }

  /** Takes papers from a line on that has this number; how many, and where the line after them begins. */
  takeMany(from: number, number: number): { count: number; place: number } {
    const taken = this.#flat.takeMany(from, number)
    this.#count += taken.count
    return taken
  }

  /** Takes a line that is flat; false where it has to be read in the general way. */
  takeFlat(from: number, end: number, number: number): boolean {
    const isTaken = this.#flat.take(from, end, number)
    if (isTaken) this.#count++
    return isTaken
  }

  /** Takes a line whose abstract was left out; false where it has to be read as a whole. */
  takeStanding(line: string, number: number, abstract: StandingText): boolean {
    this.#standing = abstract
    this.#isRefused = false
    readJsonLine(line, number, this)
    this.#standing = null
    return !this.#isRefused
  }

  record(record: RawRecord): void {
    let keyed: KeyedPaper | null
    try {
      keyed = paperOfRecord(record, jsonLines.format, this.#columns)
    } catch (error) {
      if (!(error instanceof TidemapError)) throw error
      this.#refuse(record.line, error.message, true)
      return
    }
    if (keyed === null) this.#refuse(record.line, null, true)
    else if (this.#standing === null) this.#add(keyed, record.line)
    else if (keyed.paper.abstract === STANDS) this.#add(keyed, record.line, this.#standing)
    else this.#isRefused = true
  }

  malformed(line: number, reason: string): void {
    this.#refuse(line, reason, false)
  }

  fold(name: string): string {
    return this.#columns.fold(name)
  }

  /** Lines of JSON give no notes. */
  note(): void {}

  end(): BatchRecords {
    this.#flat.end()
    return {
      papers: this.#papers.take(),
      others: this.#others,
      names: this.#columns.met(),
      served: this.#columns.uses(),
    }
  }

  #add(keyed: KeyedPaper, line: number, standing: StandingText | null = null): void {
    this.#count++
    this.#papers.add(keyed, line, standing)
  }

  /** What is no paper is looked at as a whole: the reason may quote it. */
  #refuse(line: number, reason: string | null, isRecord: boolean): void {
    if (this.#standing !== null) this.#isRefused = true
    else this.#others.push({ before: this.#count, line, reason, isRecord })
  }
}
