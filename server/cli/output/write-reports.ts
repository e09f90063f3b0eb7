import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReportFormat, ReportModel } from '../../../shared/report.ts'
import type { CliContext } from '../context.ts'
import { progressBar } from '../print/progress-bar.ts'
import { writeReport } from '../../report/write-report.ts'

/** Writes `report.html` and its like into a folder, one after the other. */
export async function writeReports(
  model: ReportModel,
  formats: readonly ReportFormat[],
  dir: string,
  context: CliContext,
): Promise<void> {
  const bar = progressBar(context)
  try {
    for (const [i, format] of formats.entries()) {
      bar.show('Writing reports', i / formats.length)
      const { body } = writeReport(model, format)
      // Their content can be made again at any time, so unlike results they are not forced onto the disk.
      const file = createWriteStream(join(dir, `report.${format}`))
      await pipeline(Readable.from(body), file, { signal: context.signal })
    }
  } finally {
    bar.clear()
  }
}
