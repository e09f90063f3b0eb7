import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { isFinished, type Job } from '../../shared/job.ts'
import { client, part, read, until } from './client.ts'

const jobs = client.api.jobs[':id']
const param = (id: string) => ({ param: { id: part(id) } })

export const jobQuery = (id: string) =>
  queryOptions({ queryKey: ['jobs', id], queryFn: ({ signal }) => read(jobs.$get(param(id), until(signal))) })

/** Asks a job to stop; its end comes as an event. */
export async function cancelJob(id: string): Promise<void> {
  await jobs.$delete(param(id))
}

/**
 * Follows a job by server-sent events and keeps the query cache in step; the browser reconnects by itself and says
 * what it saw last. Returns what stops it.
 */
export function followJob(queries: QueryClient, id: string): () => void {
  const source = new EventSource(jobs.events.$url(param(id)))
  source.addEventListener('job', (event: MessageEvent<string>) => {
    const job = JSON.parse(event.data) as Job
    queries.setQueryData(jobQuery(id).queryKey, job)
    if (!isFinished(job.state)) return
    source.close()
    void queries.invalidateQueries({ queryKey: ['collections'] })
  })
  return () => source.close()
}
