import { queryOptions } from '@tanstack/react-query'
import type { BinChoice } from '../../shared/period.ts'
import type { QueryTrends, TrendField } from '../../shared/trend.ts'
import { getJson, withQuery } from './request.ts'

export interface TrendAsk {
  queries: readonly string[]
  bin: BinChoice
  fields: readonly TrendField[]
}

/** Share per period of typed queries. */
export const queryTrendsQuery = (collectionId: string, { queries, bin, fields }: TrendAsk) =>
  queryOptions({
    queryKey: ['collections', collectionId, 'trends', queries, bin, fields],
    queryFn: ({ signal }) =>
      getJson<QueryTrends>(
        withQuery(`/api/collections/${encodeURIComponent(collectionId)}/trends`, {
          query: queries,
          bin,
          fields: fields.join(','),
        }),
        signal,
      ),
    enabled: queries.length > 0,
    placeholderData: (previous) => previous,
  })
