import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnalysisOptions } from '../../shared/analysis.ts'
import type { Collection, CollectionDetail } from '../../shared/collection.ts'
import type { Job } from '../../shared/job.ts'
import { getJson, request, sendJson } from './request.ts'

interface Page<T> {
  items: T[]
  total: number
  nextCursor: string | null
}

/** Every collection. */
export const collectionsQuery = queryOptions({
  queryKey: ['collections'],
  queryFn: ({ signal }) => getJson<Page<Collection>>('/api/collections?limit=500', signal),
})

/** One collection with its imports. */
export const collectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['collections', id],
    queryFn: ({ signal }) => getJson<CollectionDetail>(`/api/collections/${encodeURIComponent(id)}`, signal),
  })

/** Makes an empty collection; the name must be free. */
export function createCollection(name: string): Promise<Collection> {
  return sendJson<Collection>('POST', '/api/collections', { name })
}

export async function deleteCollection(id: string): Promise<void> {
  await request(`/api/collections/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

/** Starts an analysis; refused where one is running already. */
export function startAnalysis(id: string, options: Partial<AnalysisOptions> = {}): Promise<Job> {
  return sendJson<Job>('POST', `/api/collections/${encodeURIComponent(id)}/analyses`, options)
}

/** The three things one can do with a collection, each of which renews the lists. */
export function useCollectionActions() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: ['collections'] })
  const rename = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      sendJson<Collection>('PATCH', `/api/collections/${encodeURIComponent(id)}`, { name }),
    onSettled,
  })
  const remove = useMutation({ mutationFn: deleteCollection, onSettled })
  const analyse = useMutation({
    mutationFn: ({ id, options }: { id: string; options?: Partial<AnalysisOptions> }) => startAnalysis(id, options),
    onSettled,
  })
  return { rename, remove, analyse }
}
