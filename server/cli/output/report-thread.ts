import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import type { ReportFormat } from '../../../shared/report.ts'
import { REPORT_PHRASES } from '../../../shared/trend.ts'
import { readResult } from '../../engine/read-result.ts'
import { readSnapshotPapers } from '../../engine/local/read-snapshot.ts'
import { buildReport, type ReportInput } from '../../report/build-report.ts'
import { writeReports } from './write-reports.ts'

/** What a thread that writes reports is started with. */
export interface ReportThreadData {
  /** What the report is made of, but for what is in the folders. */
  input: Pick<ReportInput, 'collection' | 'analysis' | 'receipts'>
  /** Where the tables of the result are, and where `papers.jsonl` is and the reports go. */
  resultDir: string
  dir: string
  formats: readonly ReportFormat[]
}

// The entry of the thread that `report-threads.ts` starts; it ends when all is written.
const { input, resultDir, dir, formats } = workerData as ReportThreadData
const papers = readSnapshotPapers(join(dir, 'papers.jsonl'))
const model = buildReport({ ...input, papers, ...(await readResult(resultDir, REPORT_PHRASES)) })
await writeReports(model, formats, dir)
