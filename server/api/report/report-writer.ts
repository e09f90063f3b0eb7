import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReportFormat } from '../../../shared/report.ts'
import { childEntry, runChild } from '../../jobs/child.ts'
import { Slots } from '../../jobs/slots.ts'
import { readReportData, type ReportData } from '../../store/report-data.ts'
import type { ApiDeps } from '../deps.ts'

/** What the report process is asked. */
export interface ReportRequest {
  data: ReportData
  /** Staging files of papers and assignments, JSON Lines by id. */
  papers: string
  assignments: string
  format: ReportFormat
  /** Where the report goes. */
  out: string
}

/** What it answers. */
export interface ReportAnswer {
  contentType: string
  filename: string
}

export interface ReportFile extends ReportAnswer {
  bytes: number
  body: ReadableStream
}

const DEADLINE_MS = 5 * 60_000
const DEFAULT_HEAP_MB = 2048
const WAITING_MOST = 32

/** Writes reports, one at a time, in a process of their own: tens of thousands of papers would hold up the server for seconds. */
export function createReportWriter({ store, reportHeapMb: heapMb = DEFAULT_HEAP_MB }: ApiDeps) {
  const entry = childEntry('report-child', import.meta.url)
  const slots = new Slots(1, WAITING_MOST)
  const limits = { what: 'writing the report', heapMb, deadlineMs: DEADLINE_MS }

  /** Throws `not-found` for an unknown analysis. */
  return function writeReport(analysisId: string, format: ReportFormat, signal: AbortSignal): Promise<ReportFile> {
    return slots.run(async () => {
      const [papers, assignments, out] = ['.papers', '.assignments', '.report'].map((ending) =>
        store.stagingPath(ending),
      )
      try {
        const data = await readReportData(store, analysisId, papers, assignments)
        const request: ReportRequest = { data, papers, assignments, format, out }
        const answer = await runChild<ReportAnswer>(entry, request, { ...limits, signal })
        // An open file can be read after its name is gone, so nothing is left behind however the download ends.
        const file = await open(out)
        const { size: bytes } = await file.stat()
        return { ...answer, bytes, body: Readable.toWeb(file.createReadStream()) as ReadableStream }
      } finally {
        await Promise.all([papers, assignments, out].map((path) => rm(path, { force: true })))
      }
    })
  }
}
