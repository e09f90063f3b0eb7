import { LIMITS, readableBytes } from '../limits.ts'
import { jsonFault, takeJsonRecord } from './json-record.ts'
import { forEachLine } from './lines.ts'
import type { Reader } from './reader.ts'

/** JSON Lines: one object a line, blank lines between them allowed. */
export const jsonLines: Reader = {
  format: 'json-lines',
  async read(text, sink) {
    await forEachLine(text, (line, number) => {
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
  },
}
