import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Job } from '../../shared/job.ts'
import { followJob, jobQuery } from '../api/jobs.ts'

/** A job as it goes on; picks up where it stands after a reload. */
export function useJob(id: string | null): Job | undefined {
  const client = useQueryClient()
  const { data } = useQuery({ ...jobQuery(id ?? ''), enabled: id !== null })
  useEffect(() => (id === null ? undefined : followJob(client, id)), [client, id])
  return id === null ? undefined : data
}
