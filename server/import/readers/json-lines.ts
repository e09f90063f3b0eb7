import { forEachLineOf, lineBatches } from '../batches/line-batches.ts'
import { LIMITS, readableBytes } from '../limits.ts'
import { jsonFault, takeJsonRecord } from './json-record.ts'
import type { Reader, Sink } from './reader.ts'

/** JSON Lines: one object a line, blank lines between them allowed. */
export const jsonLines: Reader = {
  format: 'json-lines',
  async read(text, sink) {
    for await (const batch of lineBatches(asUtf8(text))) {
      forEachLineOf(batch, (bytes, from, end, number) => readJsonLine(bytes.toString('utf8', from, end), number, sink))
    }
  },
}

/** A text in UTF-8. */
export async function* asUtf8(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}

/** Hands the record of a line of JSON to a sink. */
export function readJsonLine(line: string, number: number, sink: Sink): void {
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
}
