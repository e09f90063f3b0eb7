import { create } from 'zustand'

interface Focus {
  /** Place in the map's columns of the paper under the pointer. */
  hoverPaper: number | null
  hoverTopic: number | null
  /** Places in the map's columns that a lasso caught; null without one. */
  lasso: readonly number[] | null
}

/** What is pointed at now: gone with the page, never in a link. */
export const useFocus = create<Focus>()(() => ({ hoverPaper: null, hoverTopic: null, lasso: null }))

export function hoverPaper(place: number | null): void {
  if (useFocus.getState().hoverPaper !== place) useFocus.setState({ hoverPaper: place })
}

export function hoverTopic(id: number | null): void {
  if (useFocus.getState().hoverTopic !== id) useFocus.setState({ hoverTopic: id })
}

export function setLasso(places: readonly number[] | null): void {
  useFocus.setState({ lasso: places === null || places.length === 0 ? null : places })
}

export function clearFocus(): void {
  useFocus.setState({ hoverPaper: null, hoverTopic: null, lasso: null })
}
