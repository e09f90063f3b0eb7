import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReportFormat, ReportModel } from '../../../shared/report.ts'
import { writeReport } from '../../report/write-report.ts'

/** Writes `report.html` and its like into a folder, one after the other. */
export async function writeReports(
  model: ReportModel,
  formats: readonly ReportFormat[],
  dir: string,
  signal: AbortSignal,
): Promise<void> {
  for (const format of formats) {
    const { body } = writeReport(model, format)
    // Their content can be made again at any time, so unlike results they are not forced onto the disk.
    await pipeline(Readable.from(body), createWriteStream(join(dir, `report.${format}`)), { signal })
  }
}
