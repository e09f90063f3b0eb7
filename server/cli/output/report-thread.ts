import { workerData } from 'node:worker_threads'
import { writeReports, type ReportsSpec } from './write-reports.ts'

/** What a thread that writes reports is started with. */
export interface ReportThreadData {
  spec: ReportsSpec
  formats: Parameters<typeof writeReports>[1]
}

// The entry of the thread that `report-threads.ts` starts; it ends when all is written.
const { spec, formats } = workerData as ReportThreadData
await writeReports(spec, formats)
