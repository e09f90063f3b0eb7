import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnalysisOptions } from '../../shared/analysis.ts'
import type { Collection } from '../../shared/collection.ts'
import type { Job } from '../../shared/job.ts'
import type { Vocabulary } from '../../shared/vocabulary.ts'
import { client, part, read, until } from './client.ts'

const { collections } = client.api

/** Every collection. */
export const collectionsQuery = queryOptions({
  queryKey: ['collections'],
  queryFn: ({ signal }) => read(collections.$get({ query: { limit: '500' } }, until(signal))),
})

/** One collection with its imports. */
export const collectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['collections', id],
    queryFn: ({ signal }) => read(collections[':id'].$get({ param: { id: part(id) } }, until(signal))),
  })

/** Makes an empty collection; the name must be free. */
export function createCollection(name: string): Promise<Collection> {
  return read(collections.$post({ json: { name } }))
}

/** Deletes a collection with its papers and analyses. */
export async function deleteCollection(id: string): Promise<void> {
  await collections[':id'].$delete({ param: { id: part(id) } })
}

/** Starts an analysis; refused where one is running already. */
export function startAnalysis(id: string, options: Partial<AnalysisOptions> = {}): Promise<Job> {
  return read(collections[':id'].analyses.$post({ param: { id: part(id) }, json: options }))
}

/** What one can do with a collection, each of which renews the lists. */
export function useCollectionActions() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['collections'] })
  const rename = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      read(collections[':id'].$patch({ param: { id: part(id) }, json: { name } })),
    onSettled,
  })
  const setVocabulary = useMutation({
    mutationFn: ({ id, vocabulary }: { id: string; vocabulary: Vocabulary }) =>
      read(collections[':id'].$patch({ param: { id: part(id) }, json: { vocabulary } })),
    // At once, so that the next change builds on this one.
    onSuccess: (collection) => queries.setQueryData(collectionQuery(collection.id).queryKey, collection),
    onSettled,
  })
  const remove = useMutation({ mutationFn: deleteCollection, onSettled })
  const analyse = useMutation({
    mutationFn: ({ id, options }: { id: string; options?: Partial<AnalysisOptions> }) => startAnalysis(id, options),
    onSettled,
  })
  return { rename, setVocabulary, remove, analyse }
}
