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
  const groups = readReasons(resultDir)
  await ByteFile.fill(path('json'), signal, async (file) => {
    file.text(head)
    let reasons: readonly Uint8Array[] = []
    let next = 0
    let place = 0
    for (const lines of paperLineGroups(papersFile)) {
      for (const { bytes, from, end } of lines) {
        if (next === reasons.length) {
          reasons = ((await groups.next()) as IteratorYieldResult<typeof reasons>).value
          next = 0
        }
        const { before, between, behind } = jsonAround(place)
        file.text(before)
        file.bytes(bytes, from, end)
        // The reasons are the last field of an assignment.
        file.text(`${between}${JSON.stringify(placed.at(place++)).slice(0, -1)},"reasons":`)
        file.bytes(reasons[next], 0, reasons[next].length)
        file.text(`}${behind}`)
        next++
      }
      await file.rest()
    }
    file.text(tail)
  })
}
