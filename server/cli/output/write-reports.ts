import { join } from 'node:path'
import type { ReportFormat, ReportModel } from '../../../shared/report.ts'
import { writeReport } from '../../report/write-report.ts'
import { writeJsonReport } from './write-json-report.ts'
import { writeText } from './write-text.ts'

/** Writes `report.html` and its like into the folder of a run, which holds its `papers.jsonl`, one after the other. `onFormat` hears the share that is done. */
export async function writeReports(
  model: ReportModel,
  formats: readonly ReportFormat[],
  dir: string,
  { signal, onFormat = () => {} }: { signal?: AbortSignal; onFormat?: (done: number) => void } = {},
): Promise<void> {
  for (const [i, format] of formats.entries()) {
    onFormat(i / formats.length)
    const path = join(dir, `report.${format}`)
    if (format === 'json') await writeJsonReport(path, model, join(dir, 'papers.jsonl'), signal)
    else await writeText(path, writeReport(model, format).body, signal)
  }
}
