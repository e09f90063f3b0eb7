import { TidemapError } from '../../../shared/error.ts'
import type { KeyedPaper } from '../identity/key.ts'
import type { Intake } from '../intake.ts'
import { jsonLines, readJsonLines } from '../readers/json-lines.ts'
import type { RawRecord, Sink } from '../readers/reader.ts'
import { ColumnNames } from '../record/columns.ts'
import { paperOfRecord } from '../record/paper-of-record.ts'
import type { LineBatch } from './line-batches.ts'

/** A record that was read: the paper, null where it has no title, or why it is no record at all. */
type Outcome = KeyedPaper | null | { reason: string; isRecord: boolean }

/** What was read of a batch, as plain data: all that an intake would have got of it. */
export interface BatchRecords {
  /** In the order of the lines, and the line of each. */
  outcomes: Outcome[]
  lines: number[]
  /** Names of columns as they were met, and how often which (folded) served a field. */
  names: string[]
  served: (readonly [field: string, folded: string, times: number])[]
}

/** What a batch holds, or what was thrown in reading it. */
export type BatchAnswer = { records: BatchRecords } | { error: unknown }

/** Reads lines of JSON by themselves, on whatever thread. */
export function answerTo(batch: LineBatch): BatchAnswer {
  try {
    return { records: readBatch(batch) }
  } catch (error) {
    return { error }
  }
}

function readBatch(batch: LineBatch): BatchRecords {
  const gathered = new BatchSink()
  readJsonLines(batch, gathered)
  const { outcomes, lines, columns } = gathered
  return { outcomes, lines, names: columns.met(), served: columns.uses() }
}

/** Hands on what was read of a batch, as if its records were read there and then; throws as the intake does. */
export function takeBatch({ outcomes, lines, names, served }: BatchRecords, intake: Intake): void {
  for (const name of names) intake.fold(name)
  for (const [field, folded, times] of served) intake.names.serve(field, folded, times)
  outcomes.forEach((outcome, i) => {
    if (outcome !== null && 'reason' in outcome && !outcome.isRecord) intake.malformed(lines[i], outcome.reason)
    else {
      intake.recordOn(lines[i], () => {
        if (outcome === null || !('reason' in outcome)) return outcome
        throw new TidemapError('unprocessable', outcome.reason)
      })
    }
  })
}

class BatchSink implements Sink {
  readonly outcomes: Outcome[] = []
  readonly lines: number[] = []
  readonly columns = new ColumnNames()

  record(record: RawRecord): void {
    let outcome: Outcome
    try {
      outcome = paperOfRecord(record, jsonLines.format, this.columns)
    } catch (error) {
      if (!(error instanceof TidemapError)) throw error
      outcome = { reason: error.message, isRecord: true }
    }
    this.#push(record.line, outcome)
  }

  malformed(line: number, reason: string): void {
    this.#push(line, { reason, isRecord: false })
  }

  fold(name: string): string {
    return this.columns.fold(name)
  }

  /** Lines of JSON give no notes. */
  note(): void {}

  #push(line: number, outcome: Outcome): void {
    this.outcomes.push(outcome)
    this.lines.push(line)
  }
}
