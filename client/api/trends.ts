import { queryOptions } from '@tanstack/react-query'
import type { CrossBy } from '../../shared/cross-trends.ts'
import type { BinChoice } from '../../shared/period.ts'
import type { TrendField } from '../../shared/trend.ts'
import { client, part, read, until } from './client.ts'

export interface TrendAsk {
  queries: readonly string[]
  bin: BinChoice
  /** null: as the server finds best. */
  fields: readonly TrendField[] | null
  /** Queries that name the set to count in. */
  within: readonly string[]
  /** Whose topics the matches are divided over. */
  analysis: string
}

/** Share per period of typed queries. */
export const queryTrendsQuery = (collectionId: string, ask: TrendAsk) =>
  queryOptions({
    queryKey: ['collections', collectionId, 'trends', ask],
    queryFn: ({ signal }) => {
      const { queries, bin, fields, within, analysis } = ask
      const query = {
        query: [...queries],
        bin,
        ...(fields === null ? {} : { fields: fields.join(',') }),
        ...(within.length === 0 ? {} : { within: [...within] }),
        analysis,
      }
      return read(
        client.api.collections[':id'].trends.$get({ param: { id: part(collectionId) }, query }, until(signal)),
      )
    },
    enabled: ask.queries.length > 0,
    placeholderData: (previous) => previous,
  })

/** Phrases that an analysis followed, the strongest trend first. */
export const phraseTrendsQuery = (analysisId: string, most: number) =>
  queryOptions({
    queryKey: ['analyses', analysisId, 'phrases', most],
    queryFn: ({ signal }) =>
      read(
        client.api.analyses[':id'].trends.$get(
          { param: { id: part(analysisId) }, query: { phrases: String(most) } },
          until(signal),
        ),
      ),
    staleTime: Infinity,
  })

/** Venues or organisations over time, of a topic or of all papers (null). */
export const crossTrendsQuery = (analysisId: string, by: CrossBy, topicId: number | null, most: number) =>
  queryOptions({
    queryKey: ['analyses', analysisId, 'cross', by, topicId, most],
    queryFn: ({ signal }) => {
      const query = { by, limit: String(most), ...(topicId === null ? {} : { topic: String(topicId) }) }
      return read(client.api.analyses[':id'].cross.$get({ param: { id: part(analysisId) }, query }, until(signal)))
    },
    staleTime: 5 * 60_000,
  })

/** How the words of a topic changed. */
export const topicDriftQuery = (analysisId: string, topicId: number) =>
  queryOptions({
    queryKey: ['analyses', analysisId, 'topics', topicId, 'drift'],
    queryFn: ({ signal }) =>
      read(
        client.api.analyses[':id'].topics[':topicId'].drift.$get(
          { param: { id: part(analysisId), topicId: String(topicId) } },
          until(signal),
        ),
      ),
    staleTime: Infinity,
  })
