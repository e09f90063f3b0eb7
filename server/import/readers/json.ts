import { jsonFault, takeJsonRecord } from './json-record.ts'
import { JsonScanner } from './json-scanner.ts'
import type { Reader } from './reader.ts'

/** A JSON array of records, an object that holds one under a usual key, or one record by itself. */
export const json: Reader = {
  format: 'json',
  async read(text, sink) {
    const scanner = new JsonScanner({
      record({ text: recordText, line }) {
        let value: unknown
        try {
          value = JSON.parse(recordText)
        } catch (error) {
          sink.malformed(line, jsonFault(error))
          return
        }
        takeJsonRecord(value, line, sink)
      },
      malformed: (line, reason) => sink.malformed(line, reason),
    })
    for await (const chunk of text) scanner.write(chunk)
    scanner.end()
  },
}
