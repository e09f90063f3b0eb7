import { queryOptions } from '@tanstack/react-query'
import type { Analysis } from '../../shared/analysis.ts'
import { decodeMap } from '../../shared/map.ts'
import type { Theme, Topic } from '../../shared/topic.ts'
import type { AnalysisTrends } from '../../shared/trend.ts'
import { getJson, request } from './request.ts'

const path = (id: string, rest = '') => `/api/analyses/${encodeURIComponent(id)}${rest}`

// An analysis never changes once it is there: what was fetched stays.
const forever = { staleTime: Infinity, gcTime: 30 * 60_000 }

/** What made an analysis and what it says of itself. */
export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: ['analyses', id],
    queryFn: ({ signal }) => getJson<Analysis>(path(id), signal),
    ...forever,
  })

/** Every analysis of a collection, newest first. */
export const analysesQuery = (collectionId: string) =>
  queryOptions({
    queryKey: ['collections', collectionId, 'analyses'],
    queryFn: ({ signal }) =>
      getJson<{ items: Analysis[]; total: number }>(
        `/api/collections/${encodeURIComponent(collectionId)}/analyses?limit=50`,
        signal,
      ),
  })

export const topicsQuery = (id: string) =>
  queryOptions({
    queryKey: ['analyses', id, 'topics'],
    queryFn: ({ signal }) => getJson<{ items: Topic[]; themes: Theme[] }>(path(id, '/topics'), signal),
    ...forever,
  })

/** The map's columns, one value a paper. */
export const mapQuery = (id: string) =>
  queryOptions({
    queryKey: ['analyses', id, 'map'],
    queryFn: async ({ signal }) => {
      const response = await request(path(id, '/map'), { signal })
      return decodeMap(await response.arrayBuffer(), new TextDecoder())
    },
    structuralSharing: false,
    ...forever,
  })

export const topicTrendsQuery = (id: string) =>
  queryOptions({
    queryKey: ['analyses', id, 'trends'],
    queryFn: ({ signal }) => getJson<AnalysisTrends>(path(id, '/trends'), signal),
    ...forever,
  })
