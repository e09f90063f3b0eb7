import type { ReportFormat, ReportFrame } from '../../../shared/report.ts'
import type { PlacedColumns } from '../../engine/placed-columns.ts'

/** What every report is written from: the papers come from their file, line by line, in the order of `placed`. */
export interface ReportSource {
  frame: ReportFrame
  placed: PlacedColumns
  papersFile: string
  resultDir: string
  signal: AbortSignal | undefined
  /** The file of a report. */
  path: (format: ReportFormat) => string
}
