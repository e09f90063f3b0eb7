import { join } from 'node:path'
import type { ReportFormat, ReportModel } from '../../../shared/report.ts'
import type { CliContext } from '../context.ts'
import { progressBar } from '../print/progress-bar.ts'
import { writeReport } from '../../report/write-report.ts'
import { writeText } from './write-text.ts'

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
      await writeText(join(dir, `report.${format}`), body, context.signal)
    }
  } finally {
    bar.clear()
  }
}
