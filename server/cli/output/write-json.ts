import { readReasons } from '../../engine/read-result.ts'
import { jsonAround, jsonFrame } from '../../report/json.ts'
import { ByteFile } from './byte-file.ts'
import { paperLineGroups } from './paper-lines.ts'
import type { ReportSource } from './report-source.ts'

/**
 * Writes `report.json`, with the papers copied as they stand in `papers.jsonl`, whose lines are what the report holds of them, and the reasons as they stand in their
 * table: to put two hundred megabytes into JSON again takes seconds.
 */
export async function writeJson(source: ReportSource): Promise<void> {
  const { frame, placed, papersFile, resultDir, signal, path } = source
  const { head, tail } = jsonFrame(frame)
  const reasons = readReasons(resultDir)
  await ByteFile.fill(path('json'), signal, async (file) => {
    file.text(head)
    let place = 0
    for (const group of paperLineGroups(papersFile)) {
      for (const { bytes, from, end } of group) {
        const why = await reasons.next()
        // The reasons are the last field of an assignment.
        const assignment = `${JSON.stringify(placed[place]).slice(0, -1)},"reasons":${String(why.value)}}`
        const { before, behind } = jsonAround(place++, assignment)
        file.text(before)
        file.bytes(bytes, from, end)
        file.text(behind)
      }
      await file.rest()
    }
    file.text(tail)
  })
}
