import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { isFinished, type Job } from '../../shared/job.ts'
import { getJson, request } from './request.ts'

const path = (id: string, rest = '') => `/api/jobs/${encodeURIComponent(id)}${rest}`

export const jobQuery = (id: string) =>
  queryOptions({ queryKey: ['jobs', id], queryFn: ({ signal }) => getJson<Job>(path(id), signal) })

export async function cancelJob(id: string): Promise<void> {
  await request(path(id), { method: 'DELETE' })
}

/**
 * Follows a job by server-sent events and keeps the query cache in step; the browser reconnects by itself and says
 * what it saw last. Returns what stops it.
 */
export function followJob(client: QueryClient, id: string): () => void {
  const source = new EventSource(path(id, '/events'))
  source.addEventListener('job', (event: MessageEvent<string>) => {
    const job = JSON.parse(event.data) as Job
    client.setQueryData(jobQuery(id).queryKey, job)
    if (!isFinished(job.state)) return
    source.close()
    void client.invalidateQueries({ queryKey: ['collections'] })
  })
  return () => source.close()
}
