import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { LIMITS, readableBytes } from '../limits.ts'
import type { Reader } from './reader.ts'
import { Rows } from './rows.ts'

/** How a table parts its cells, and on which of its rows the column names are (0-based, blank rows counted). */
export interface TableShape {
  delimiter: string
  headerRow: number
}

/** A table with column names: cells parted by commas, tabs, semicolons or bars, quoted as RFC 4180 says or less well. */
export function table({ delimiter, headerRow }: TableShape): Reader {
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    async read(text, sink) {
      let lastPiece = ''
      async function* watched(): AsyncGenerator<string> {
        for await (const piece of text) {
          lastPiece = piece
          yield piece
        }
      }
      const rows = new Rows(headerRow, sink)
      const parser = parse({
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        record_delimiter: '\n',
        max_record_size: LIMITS.recordLength,
        // Taken here and not from the stream, which forgets what it holds when a later record fails.
        on_record: (record: string[], { lines }) => {
          rows.take(record, lines)
          return null
        },
      })
      parser.resume()
      try {
        await pipeline(watched(), parser)
        rows.end(lastPiece.endsWith('\n'))
      } catch (error) {
        if (!(error instanceof CsvError)) throw error
        rows.end(true)
        sink.malformed(rows.lastLine + 1, faultOf(error))
        sink.note(`nothing after line ${rows.lastLine} was read`)
      }
    },
  }
}

function faultOf(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'record cut short: a quote is opened and never closed'
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return `record longer than ${readableBytes(LIMITS.recordLength)}: a quote may be opened and never closed`
  }
  return `record is not CSV: ${error.code}`
}
