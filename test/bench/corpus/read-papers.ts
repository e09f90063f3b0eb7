import { createReadStream } from 'node:fs'
import { readFiles } from '../../../server/import/read-files.ts'
import type { Paper } from '../../../shared/paper.ts'

/** Reads files as an import does: duplicates merged, sorted by id. Records that cannot be read are left out. */
export async function readPapers(files: readonly string[]): Promise<Paper[]> {
  const opened = files.map((name) => ({ name, bytes: createReadStream(name, { highWaterMark: 1 << 18 }) }))
  const { papers } = await readFiles(opened, { asOf: '2030-01-01', skipBad: true })
  return papers.map(({ paper }) => paper)
}
