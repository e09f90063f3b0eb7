import { queryOptions } from '@tanstack/react-query'
import type { BinChoice } from '../../shared/period.ts'
import type { TrendField } from '../../shared/trend.ts'
import { client, part, read, until } from './client.ts'

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
      read(
        client.api.collections[':id'].trends.$get(
          { param: { id: part(collectionId) }, query: { query: [...queries], bin, fields: fields.join(',') } },
          until(signal),
        ),
      ),
    enabled: queries.length > 0,
    placeholderData: (previous) => previous,
  })
