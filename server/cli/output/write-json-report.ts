import { open } from 'node:fs/promises'
import type { ReportModel } from '../../../shared/report.ts'
import { linePieces } from '../../engine/local/snapshot-lines.ts'
import { jsonEntries, jsonFrame } from '../../report/json.ts'

const LF = 10

/**
 * Writes the report as JSON, with the papers copied as they stand in `papers.jsonl`, whose lines are what the report holds of them: to put a hundred megabytes
 * into JSON again takes seconds. The papers of the model are those of the file, in its order. An abort ends it with its reason.
 */
export async function writeJsonReport(
  path: string,
  model: ReportModel,
  papersFile: string,
  signal?: AbortSignal,
): Promise<void> {
  const { head, tail } = jsonFrame(model)
  const around = jsonEntries(model.papers)
  const file = await open(path, 'w')
  try {
    await file.writeFile(head)
    for (const { bytes } of linePieces(papersFile)) {
      signal?.throwIfAborted()
      const parts: Uint8Array[] = []
      for (let from = 0, end = 0; from < bytes.length; from = end + 1) {
        const lf = bytes.indexOf(LF, from)
        end = lf < 0 ? bytes.length : lf
        const { before, behind } = around.next().value!
        parts.push(Buffer.from(before), bytes.subarray(from, end), Buffer.from(behind))
      }
      await file.writeFile(Buffer.concat(parts))
    }
    await file.writeFile(tail)
  } finally {
    await file.close()
  }
}
