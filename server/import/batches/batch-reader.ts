import { TidemapError } from '../../../shared/error.ts'
import type { KeyedPaper } from '../identity/key.ts'
import type { Intake } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import { jsonLines, readJsonLine } from '../readers/json-lines.ts'
import type { RawRecord, Sink } from '../readers/reader.ts'
import { paperOfRecord } from '../record/paper-of-record.ts'
import { PaperLines, type StandingText } from '../spool/paper-lines.ts'
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

/**
 * Reads lines of JSON by themselves, batch after batch, into an intake. On one thread: to read them takes no longer than to unpack them, which goes on beside it, and another thread has
 * to be woken and to become quick.
 */
export class BatchReader implements Sink {
  readonly #intake: Intake
  readonly #flat: FlatPapers
  #papers!: PaperLines
  /** What is no paper, in its order, and how many papers there are, of the batch. */
  #others: NoPaper[] = []
  #count = 0
  /** The abstract of the record that is being read, where it is left out of it. */
  #standing: StandingText | null = null
  #isRefused = false

  /** `lines`: null for TypeScript alone, which reads the same. */
  constructor(lines: LineModule | null, intake: Intake) {
    this.#intake = intake
    this.#flat = new FlatPapers(new LineScanners(lines), intake.names)
  }

  /** Reads another batch, behind those before. Throws as the intake does. */
  read(batch: LineBatch): void {
    const { bytes: all } = batch
    // Lines grow by the names of the fields that they lack.
    this.#papers = new PaperLines(all.length + (all.length >> 2) + 4096)
    this.#others = []
    this.#count = 0
    this.#flat.begin(all, this.#papers)
    const standing = new StandingAbstracts(all)
    forEachLineOf(
      batch,
      (bytes, from, end, number) => {
        if (this.#takeFlat(from, end, number)) return
        if (end - from <= LIMITS.recordLength && standing.find(from, end)) {
          const { start, end: after } = standing
          const rest = bytes.toString('utf8', from, start) + STANDS + bytes.toString('utf8', after, end)
          if (this.#takeStanding(rest, number, { bytes, start, end: after, standIn: STANDS })) return
        }
        readJsonLine(bytes.toString('utf8', from, end), number, this)
      },
      this,
    )
    this.#handOn()
  }

  /** Tells the intake, after the last batch, which columns served what. */
  end(): void {
    this.#flat.end()
  }

  /** Takes papers from a line on that has this number; how many, and where the line after them begins. */
  takeMany(from: number, number: number): { count: number; place: number } {
    const taken = this.#flat.takeMany(from, number)
    this.#count += taken.count
    return taken
  }

  /** Takes a line that is flat; false where it has to be read in the general way. */
  #takeFlat(from: number, end: number, number: number): boolean {
    const isTaken = this.#flat.take(from, end, number)
    if (isTaken) this.#count++
    return isTaken
  }

  /** Takes a line whose abstract was left out; false where it has to be read as a whole. */
  #takeStanding(line: string, number: number, abstract: StandingText): boolean {
    this.#standing = abstract
    this.#isRefused = false
    readJsonLine(line, number, this)
    this.#standing = null
    return !this.#isRefused
  }

  record(record: RawRecord): void {
    let keyed: KeyedPaper | null
    try {
      keyed = paperOfRecord(record, jsonLines.format, this.#intake.names)
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
    return this.#intake.fold(name)
  }

  /** Lines of JSON give no notes. */
  note(): void {}

  /** Hands on what was read of the batch, as if its records were read there and then. */
  #handOn(): void {
    const others = this.#others
    let taken = 0
    this.#intake.takeLines(this.#papers.take(), (i) => {
      for (; taken < others.length && others[taken].before <= i; taken++) this.#handOnOther(others[taken])
    })
    for (; taken < others.length; taken++) this.#handOnOther(others[taken])
  }

  #handOnOther({ line, reason, isRecord }: NoPaper): void {
    if (reason !== null && !isRecord) this.#intake.malformed(line, reason)
    else {
      this.#intake.recordOn(line, () => {
        if (reason === null) return null
        throw new TidemapError('unprocessable', reason)
      })
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
