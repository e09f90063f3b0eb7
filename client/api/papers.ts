import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Paper } from '../../shared/paper.ts'
import type { WordRule } from '../../shared/query-language.ts'
import type { Highlights } from '../../shared/search.ts'
import type { Assignment } from '../../shared/topic.ts'
import { client, part, read, until } from './client.ts'

export type PaperSort = 'relevance' | 'newest' | 'oldest' | 'title' | 'score' | 'votes'
/** A paper of a list; `highlights` where a query found it. */
export type PlacedPaper = Paper & { assignment: Assignment | null; highlights?: Highlights | null }

/** Which papers; null and '' narrow nothing. */
export interface PaperFilter {
  query?: string | null
  topic?: number | null
  from?: string | null
  to?: string | null
  sort?: PaperSort
  analysis?: string | null
  fields?: string | null
  /** Queries that name the set to look in; all must hold. */
  within?: readonly string[]
  /** Default: words next to each other are a phrase. */
  words?: WordRule
}

const PAGE = 100

function papersPage(
  collectionId: string,
  filter: PaperFilter,
  cursor: string | null,
  limit: number,
  signal: AbortSignal,
  highlight = true,
) {
  const { topic, sort, words } = filter
  const query = {
    query: filter.query || undefined,
    topic: topic == null ? undefined : String(topic),
    from: filter.from ?? undefined,
    to: filter.to ?? undefined,
    sort,
    words,
    highlight: highlight ? undefined : ('false' as const),
    analysis: filter.analysis ?? undefined,
    fields: filter.fields ?? undefined,
    within: filter.within === undefined || filter.within.length === 0 ? undefined : [...filter.within],
    cursor: cursor ?? undefined,
    limit: String(limit),
  }
  return read(client.api.collections[':id'].papers.$get({ param: { id: part(collectionId) }, query }, until(signal)))
}

/** Papers of a collection, page after page. */
export const papersQuery = (collectionId: string, filter: PaperFilter) =>
  infiniteQueryOptions({
    queryKey: ['collections', collectionId, 'papers', filter],
    queryFn: ({ pageParam, signal }) => papersPage(collectionId, filter, pageParam, PAGE, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  })

/** Papers that a search finds, in the largest pages there are: the map wants them all. */
export const searchHitsQuery = (collectionId: string, analysis: string, query: string) =>
  infiniteQueryOptions({
    queryKey: ['collections', collectionId, 'hits', analysis, query],
    queryFn: async ({ pageParam, signal }) => {
      const filter = { query, analysis, words: 'anywhere' as const }
      const { items, total, nextCursor } = await papersPage(collectionId, filter, pageParam, 500, signal, false)
      return { ids: items.map(({ id }) => id), total, nextCursor }
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  })

/** One paper and where it stands. */
export const paperQuery = (analysisId: string, paperId: string) =>
  queryOptions({
    queryKey: ['analyses', analysisId, 'papers', paperId],
    queryFn: ({ signal }) =>
      read(
        client.api.analyses[':id'].papers[':paperId'].$get(
          { param: { id: part(analysisId), paperId: part(paperId) } },
          until(signal),
        ),
      ),
    staleTime: Infinity,
  })

/** Papers that say much the same as one, most similar first. */
export const similarQuery = (analysisId: string, paperId: string) =>
  queryOptions({
    queryKey: ['analyses', analysisId, 'papers', paperId, 'similar'],
    queryFn: ({ signal }) =>
      read(
        client.api.analyses[':id'].papers[':paperId'].similar.$get(
          { param: { id: part(analysisId), paperId: part(paperId) } },
          until(signal),
        ),
      ),
    staleTime: Infinity,
  })
