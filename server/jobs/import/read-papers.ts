import { createReadStream } from 'node:fs'
import type { readFile } from '../../import/read-file.ts'
import { writeLines } from '../lines.ts'
import { builtLines } from './built-lines.ts'
import type { ReadAnswer, ReadRequest } from './importer.ts'
import { rowOf } from './paper-row.ts'

const SAMPLE_PAPERS = 5

/** Reads the file of a request and writes its papers as rows. */
export async function readPapers(request: ReadRequest, read: typeof readFile): Promise<ReadAnswer> {
  const { name, file, encoding, skipBad, asOf } = request
  const bytes: AsyncIterable<Uint8Array> = createReadStream(file, { highWaterMark: 1 << 18 })
  const { papers, receipt } = await read(name, bytes, { encoding, skipBad, asOf, lines: builtLines() })
  writeLines(request.papers, rows())
  return { receipt, sample: papers.slice(0, SAMPLE_PAPERS).map(({ paper }) => paper) }

  function* rows() {
    for (const paper of papers) yield rowOf(paper)
  }
}
