import { join } from 'node:path'
import { REPORT_PHRASES } from '../../../shared/trend.ts'
import { readPlaced, readTopicTables } from '../../engine/read-result.ts'
import { buildFrame, type FrameInput } from '../../report/build-report.ts'
import type { ReportSource } from './report-source.ts'
import { writeBibtex } from './write-bibtex.ts'
import { writeJson } from './write-json.ts'
import { writeLists, type ListFormat } from './write-lists.ts'

/** What the reports of a run are made of, but for what is in the folders. */
export interface ReportsSpec {
  input: Pick<FrameInput, 'collection' | 'analysis' | 'receipts' | 'dates'>
  /** Where the tables of the result are. */
  resultDir: string
  /** Where `papers.jsonl` is and the reports go. */
  dir: string
}

/** The formats of a run, those that are best written together side by side. */
export const RUN_FORMATS = [
  ['html', 'md'],
  ['bib', 'json'],
] as const

/** Writes `report.html` and its like into the folder of a run. No more of the papers is held than what lists show of them. `onFormat` hears the share that is done. */
export async function writeReports(
  { input, resultDir, dir }: ReportsSpec,
  formats: readonly (typeof RUN_FORMATS)[number][number][],
  { signal, onFormat = () => {} }: { signal?: AbortSignal; onFormat?: (done: number) => void } = {},
): Promise<void> {
  const placed = await readPlaced(resultDir)
  const source: ReportSource = {
    frame: buildFrame({ ...input, ...(await readTopicTables(resultDir, REPORT_PHRASES)), placed }),
    placed,
    papersFile: join(dir, 'papers.jsonl'),
    resultDir,
    signal,
    path: (format) => join(dir, `report.${format}`),
  }
  const lists = formats.filter((format): format is ListFormat => format === 'html' || format === 'md')
  onFormat(0)
  if (lists.length > 0) await writeLists(source, lists)
  onFormat(lists.length / formats.length)
  if (formats.includes('bib')) await writeBibtex(source)
  if (formats.includes('json')) await writeJson(source)
}
