import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
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

/** Joins the link, the pointer and the search into what is in focus on the map. */
export function useFocusMask(
  collectionId: string,
  analysisId: string,
  map: MapColumns | undefined,
  placeOf: ReadonlyMap<string, number>,
): FocusState {
  const [{ topic, from, to, q }] = useLink()
  const { hoverTopic, lasso } = useFocus()
  const [text] = useDebouncedValue(q.trim(), 180)
  const hits = useQuery({ ...searchHitsQuery(collectionId, analysisId, text), enabled: text !== '' })

  const found = useMemo(() => {
    if (text === '' || hits.data === undefined) return null
    const places = hits.data.ids.map((id) => placeOf.get(id)).filter((place) => place !== undefined)
    return new Set(places)
  }, [text, hits.data, placeOf])

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

  const search = text === '' ? null : { text, total: hits.data?.total ?? null, pending: hits.isFetching }
  return { mask, picked, withoutTopic, search }
}
