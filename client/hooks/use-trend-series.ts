import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { seriesColor, topicAccent } from '../../shared/charts/palette.ts'
import type { TrendSeries } from '../../shared/charts/trend-series.ts'
import type { AnalysisTrends, QueryTrends, TrendItem } from '../../shared/trend.ts'
import { queryTrendsQuery } from '../api/trends.ts'
import { useLink } from '../state/link.ts'
import { useTrendAsk } from './use-trend-ask.ts'

const DEFAULT_TOPICS = 5

export interface TrendView {
  /** The lines of the tall chart. */
  series: TrendSeries[]
  queries: QueryTrends | undefined
  pending: boolean
  error: Error | null
  /** Whether the lines are topics that nobody asked for: the largest. */
  largest: boolean
}

/** The lines of Trends: typed queries and pinned topics; without any, the largest topics. Nothing of it is smoothed or cut. */
export function useTrendSeries(collectionId: string, analysis: string, trends: AnalysisTrends): TrendView {
  const [{ pin }] = useLink()
  const ask = useTrendAsk(analysis)
  const asked = ask.queries
  const answer = useQuery(queryTrendsQuery(collectionId, ask))
  const found = asked.length === 0 ? undefined : answer.data

  const series = useMemo(() => {
    const queries = (found?.series ?? [])
      .filter((one) => asked.includes(one.query))
      .map((one): TrendSeries => ({
        id: queryId(one.query),
        label: one.query,
        color: seriesColor(asked.indexOf(one.query)),
        points: one.points,
        bursts: one.bursts,
      }))
    const topics = trends.items.filter((item) => item.kind === 'topic' && item.id !== 0)
    // Lines of different bins have no common axis, shares of different sets no common measure.
    const fits = found === undefined || (found.bin === trends.bin && found.within.length === 0)
    const wanted = asked.length > 0 || pin.length > 0 ? topics.filter((item) => pin.includes(item.id)) : []
    const shown = asked.length === 0 && pin.length === 0 ? largestOf(topics) : wanted
    return [...queries, ...(fits ? shown.map(topicSeries) : [])]
  }, [found, asked, trends, pin])

  return {
    series,
    queries: found,
    pending: asked.length > 0 && answer.isFetching,
    error: asked.length > 0 ? answer.error : null,
    largest: asked.length === 0 && pin.length === 0,
  }
}

const queryId = (query: string): string => `query:${query}`
export const topicId = (id: number): string => `topic-${id}`

/** A topic's line. */
export function topicSeries(item: TrendItem): TrendSeries {
  return {
    id: topicId(item.id),
    label: item.label,
    color: topicAccent(item.id),
    points: item.points,
    bursts: item.bursts,
  }
}

function largestOf(items: readonly TrendItem[]): TrendItem[] {
  return [...items].sort((a, b) => b.papers - a.papers || a.id - b.id).slice(0, DEFAULT_TOPICS)
}
