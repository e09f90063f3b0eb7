import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { isFinished } from '../../shared/job.ts'
import type { JobEvent } from '../jobs/analysis/live-job.ts'
import type { Subscription } from '../jobs/analysis/analysis-queue.ts'

const HEARTBEAT_MS = 15_000

/**
 * A job as server-sent events: its state at once (unless the client has seen it), then every change, and the end after a final
 * state. A slow client gets the newest state and misses those between; one that is gone leaves nothing behind.
 */
export function jobEvents(
  c: Context,
  { now, listen }: Subscription,
  lastEventId: string | undefined,
  heartbeatMs = HEARTBEAT_MS,
): Response {
  // A proxy must not hold events back.
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    let newest: JobEvent = now
    let sentId = lastEventId !== undefined && Number(lastEventId) === now.id && !isFinished(now.job.state) ? now.id : -1
    let wake: () => void = () => {}
    const stop = listen?.((event) => {
      newest = event
      wake()
    })
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs)
    stream.onAbort(() => wake())
    try {
      while (!stream.aborted) {
        if (newest.id !== sentId) {
          const { id, job } = newest
          sentId = id
          await stream.writeSSE({ event: 'job', id: String(id), data: JSON.stringify(job) })
          if (isFinished(job.state)) return
        } else {
          await new Promise<void>((resolve) => (wake = resolve))
        }
      }
    } finally {
      clearInterval(heartbeat)
      stop?.()
    }
  })
}
