import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReportThreadData } from './report-thread.ts'

/**
 * Writes some of the reports on another thread, from what is in the folders: for large collections, whose reports take seconds. Rejects with what was
 * thrown there, or with the signal's reason.
 */
export async function writeReportsElsewhere(data: ReportThreadData, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./report-thread.js', import.meta.url), { workerData: data })
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    // An error event rejects.
    await once(worker, 'exit')
  } finally {
    signal.removeEventListener('abort', stop)
  }
  signal.throwIfAborted()
}
