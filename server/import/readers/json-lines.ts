import { forEachLineOf, lineBatches, type LineBatch } from '../batches/line-batches.ts'
import { LIMITS, readableBytes } from '../limits.ts'
import { jsonFault, takeJsonRecord } from './json-record.ts'
import type { Reader, Sink } from './reader.ts'

/** JSON Lines: one object a line, blank lines between them allowed. */
export const jsonLines: Reader = {
  format: 'json-lines',
  async read(text, sink) {
    for await (const batch of lineBatches(text)) readJsonLines(batch, sink)
  },
}

/** Hands the records of some lines of JSON to a sink. */
export function readJsonLines(batch: LineBatch, sink: Sink): void {
  forEachLineOf(batch, (line, number) => {
    if (line.trim() === '') return
    if (line.length > LIMITS.recordLength) {
      sink.malformed(number, `record longer than ${readableBytes(LIMITS.recordLength)}`)
      return
    }
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (error) {
      sink.malformed(number, jsonFault(error))
      return
    }
    takeJsonRecord(value, number, sink)
  })
}
