import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Paper } from '../../../shared/paper.ts'
import type { Assignment } from '../../../shared/topic.ts'
import { readLines } from '../../jobs/lines.ts'
import { buildReport } from '../../report/build-report.ts'
import { writeReport } from '../../report/write-report.ts'
import type { ReportAnswer, ReportRequest } from './report-writer.ts'

/** Builds the report of a request and writes it to its file. */
export async function writeReportFile(request: ReportRequest): Promise<ReportAnswer> {
  const papers = await all<Paper>(request.papers)
  const assignments = await all<Assignment>(request.assignments)
  const model = buildReport({ ...request.data, papers, assignments })
  const { body, contentType, filename } = writeReport(model, request.format)
  await pipeline(Readable.from(body), createWriteStream(request.out))
  return { contentType, filename }
}

async function all<T>(file: string): Promise<T[]> {
  const values: T[] = []
  for await (const value of readLines<T>(file)) values.push(value)
  return values
}
