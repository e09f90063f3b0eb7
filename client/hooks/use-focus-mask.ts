import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { MapColumns } from '../../shared/map.ts'
import { searchHitsQuery } from '../api/papers.ts'
import { useFocus } from '../state/focus.ts'
import { useLink } from '../state/link.ts'
import { focusMask } from './focus-mask.ts'

export interface FocusState {
  /** What the map shows: the pointer's topic counts. */
  mask: Uint8Array | null
  /** What stays when the pointer leaves. */
  picked: Uint8Array | null
  /** What everything but the topic leaves: the counts of the topic list. */
  withoutTopic: Uint8Array | null
  /** The search that the mask answers, its number of papers, and whether they are under way. */
  search: { text: string; total: number | null; pending: boolean } | null
}

/** At most this many pages of 500 light up on the map; the list holds all. */
const HIT_PAGES = 10

/** Joins the link, the pointer and the search into what is in focus on the map. */
export function useFocusMask(
  collectionId: string,
  analysisId: string,
  map: MapColumns | undefined,
  placeOf: ReadonlyMap<string, number>,
): FocusState {
  const [{ topic, from, to, q }] = useLink()
  const hoverTopic = useFocus((state) => state.hoverTopic)
  const lasso = useFocus((state) => state.lasso)
  const [text] = useDebouncedValue(q.trim(), 180)
  const hits = useInfiniteQuery({ ...searchHitsQuery(collectionId, analysisId, text), enabled: text !== '' })
  const { hasNextPage, isFetching, fetchNextPage } = hits
  const pages = hits.data?.pages
  useEffect(() => {
    // Page after page: the first hits light up at once.
    if (text !== '' && hasNextPage && !isFetching && (pages?.length ?? 0) < HIT_PAGES) void fetchNextPage()
  }, [text, pages, hasNextPage, isFetching, fetchNextPage])

  const found = useMemo(() => {
    if (text === '' || pages === undefined) return null
    const places = pages.flatMap((page) => page.ids.map((id) => placeOf.get(id)))
    return new Set(places.filter((place) => place !== undefined))
  }, [text, pages, placeOf])

  const picked = useMemo(
    () => (map === undefined ? null : focusMask(map, { hoverTopic: null, topic, from, to, hits: found, lasso })),
    [map, topic, from, to, found, lasso],
  )
  const withoutTopic = useMemo(
    () => (map === undefined ? null : focusMask(map, { hoverTopic: null, topic: null, from, to, hits: found, lasso })),
    [map, from, to, found, lasso],
  )
  const mask = useMemo(() => {
    if (map === undefined || hoverTopic === null) return picked
    return focusMask(map, { hoverTopic, topic: null, from, to, hits: found, lasso })
  }, [map, hoverTopic, picked, from, to, found, lasso])

  const search = text === '' ? null : { text, total: pages?.[0]?.total ?? null, pending: hits.isFetching }
  return { mask, picked, withoutTopic, search }
}
