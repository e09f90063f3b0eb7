import { parentPort, workerData } from 'node:worker_threads'
import { BatchReader } from './batch-records.ts'
import type { LineBatch } from './line-batches.ts'
import type { LineModule } from './line-module.ts'

// The entry of a thread that reads batches for `read-batches.ts`, one answer to each in their order, until that ends it.
const reader = new BatchReader(workerData as LineModule | null)
const port = parentPort!
port.on('message', (batch: LineBatch) => {
  const answer = reader.answerTo(batch)
  const lines = 'records' in answer ? [answer.records.papers.bytes.buffer as ArrayBuffer] : []
  port.postMessage(answer, lines)
})
