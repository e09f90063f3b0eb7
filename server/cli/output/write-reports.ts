import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportFormat, ReportModel } from '../../../shared/report.ts'
import type { CliContext } from '../context.ts'
import { progressBar } from '../print/progress-bar.ts'
import { writeReport } from '../../report/write-report.ts'

/** Characters that are written at once. */
const AT_ONCE = 1 << 20

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

/** Their content can be made again at any time, so unlike results they are not forced onto the disk. */
async function writeText(path: string, body: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  const file = await open(path, 'w')
  try {
    let text = ''
    for await (const piece of body) {
      signal.throwIfAborted()
      text += piece
      if (text.length < AT_ONCE) continue
      await file.writeFile(text)
      text = ''
    }
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}
