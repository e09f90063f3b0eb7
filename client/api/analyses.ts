import { queryOptions } from '@tanstack/react-query'
import { decodeMap } from '../../shared/map.ts'
import { client, part, read, until } from './client.ts'

const analyses = client.api.analyses[':id']
const param = (id: string) => ({ param: { id: part(id) } })

// An analysis never changes once it is there: what was fetched stays.
const forever = { staleTime: Infinity, gcTime: 30 * 60_000 }

/** What made an analysis and what it says of itself. */
export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: ['analyses', id],
    queryFn: ({ signal }) => read(analyses.$get(param(id), until(signal))),
    ...forever,
  })

/** The newest analyses of a collection. */
export const analysesQuery = (collectionId: string) =>
  queryOptions({
    queryKey: ['collections', collectionId, 'analyses'],
    queryFn: ({ signal }) =>
      read(
        client.api.collections[':id'].analyses.$get({ ...param(collectionId), query: { limit: '50' } }, until(signal)),
      ),
  })

/** Topics and themes. */
export const topicsQuery = (id: string) =>
  queryOptions({
    queryKey: ['analyses', id, 'topics'],
    queryFn: ({ signal }) => read(analyses.topics.$get(param(id), until(signal))),
    ...forever,
  })

/** The map's columns, one value a paper. */
export const mapQuery = (id: string) =>
  queryOptions({
    queryKey: ['analyses', id, 'map'],
    queryFn: async ({ signal }) => {
      const response = await analyses.map.$get(param(id), until(signal))
      return decodeMap(await response.arrayBuffer(), new TextDecoder())
    },
    structuralSharing: false,
    ...forever,
  })

/** Topics and themes over time. */
export const topicTrendsQuery = (id: string) =>
  queryOptions({
    queryKey: ['analyses', id, 'trends'],
    queryFn: ({ signal }) => read(analyses.trends.$get({ ...param(id), query: {} }, until(signal))),
    ...forever,
  })
