import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MapColumns } from '../../shared/map.ts'
import { MISCELLANEOUS, type Theme, type Topic } from '../../shared/topic.ts'
import type { TopicVotes } from '../../shared/topic-votes.ts'
import { analysisQuery, mapQuery, topicsQuery, topicTrendsQuery } from '../api/analyses.ts'

/** The votes of its papers, where they are known. */
interface Votes {
  votes?: TopicVotes | null
}

/** Topics and themes of an analysis, and a way to find them by id. */
export interface TopicIndex {
  topics: (Topic & Votes)[]
  themes: (Theme & Votes)[]
  /** How many topics there are, Miscellaneous not being one. */
  count: number
  byId: ReadonlyMap<number, Topic & Votes>
}

/** What made an analysis, its topics and its trends; undefined while under way. */
export function useAnalysis(analysisId: string) {
  const analysis = useQuery(analysisQuery(analysisId))
  const topics = useQuery(topicsQuery(analysisId))
  const trends = useQuery(topicTrendsQuery(analysisId))
  const index = useMemo<TopicIndex | undefined>(
    () =>
      topics.data && {
        topics: topics.data.items,
        themes: topics.data.themes,
        count: topics.data.items.filter((topic) => topic.id !== MISCELLANEOUS).length,
        byId: new Map(topics.data.items.map((topic) => [topic.id, topic])),
      },
    [topics.data],
  )
  const trendOf = useMemo(
    () => new Map(trends.data?.items.filter((item) => item.kind === 'topic').map((item) => [item.id, item])),
    [trends.data],
  )
  return {
    analysis: analysis.data,
    index,
    trends: trends.data,
    trendOf,
    error: analysis.error ?? topics.error ?? trends.error,
  }
}

/** The map's columns and where each paper stands in them. */
export function useMapColumns(analysisId: string) {
  const { data, error } = useQuery(mapQuery(analysisId))
  const placeOf = useMemo(() => (data === undefined ? new Map<string, number>() : indexIds(data)), [data])
  return { map: data, placeOf, error }
}

function indexIds(map: MapColumns): Map<string, number> {
  return new Map(map.ids.map((id, place) => [id, place]))
}
