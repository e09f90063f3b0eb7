import { workerData } from 'node:worker_threads'
import { copyLines, type LineOrder } from './copy-lines.ts'

// The entry of a thread that helps `FileSpool` to copy lines. Open files are those of the process.
const { from, to, order } = workerData as CopyTask
copyLines(from, to, order)

export interface CopyTask {
  from: number
  to: number
  order: LineOrder
}
