import { parentPort } from 'node:worker_threads'
import { answerTo } from './batch-records.ts'
import type { LineBatch } from './line-batches.ts'

// The entry of a thread that reads batches for `read-batches.ts`, one answer to each in their order, until that ends it.
const port = parentPort!
port.on('message', (batch: LineBatch) => {
  const answer = answerTo(batch)
  const lines = 'records' in answer ? [answer.records.papers.bytes.buffer as ArrayBuffer] : []
  port.postMessage(answer, lines)
})
