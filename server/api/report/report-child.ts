import { serveOnce } from '../../jobs/serve-child.ts'
import type { ReportRequest } from './report-writer.ts'
import { writeReportFile } from './write-report-file.ts'

// The entry of the process that writes a report: `report-writer.ts` forks it.
serveOnce((request) => writeReportFile(request as ReportRequest))
