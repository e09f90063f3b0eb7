import { useSyncExternalStore } from 'react'

/** The screens of one collection, in the order of the navigation. */
export const COLLECTION_SCREENS = ['explore', 'trends', 'compare', 'papers', 'report'] as const
export type CollectionScreen = (typeof COLLECTION_SCREENS)[number]

export type Route =
  | { screen: 'collections' }
  | { screen: 'import'; collectionId: string | null }
  | { screen: CollectionScreen; collectionId: string }
  | { screen: 'topic'; collectionId: string; topicId: number }
  | { screen: 'unknown'; path: string }

/** `/`, `/new`, `/c/ID`, `/c/ID/trends|compare|papers|report|import`, `/c/ID/topics/3`; everything else is unknown. */
export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '')
  const [room, rawId, screen, topic] = parts
  if (room === undefined) return { screen: 'collections' }
  if (room === 'new' && rawId === undefined) return { screen: 'import', collectionId: null }
  const collectionId = room === 'c' && rawId !== undefined ? decode(rawId) : null
  if (collectionId === null) return { screen: 'unknown', path }
  if (screen === undefined) return { screen: 'explore', collectionId }
  if (screen === 'import' && topic === undefined) return { screen, collectionId }
  if (screen === 'topics' && topic !== undefined && /^\d+$/.test(topic) && parts.length === 4) {
    return { screen: 'topic', collectionId, topicId: Number(topic) }
  }
  const named = COLLECTION_SCREENS.find((one) => one === screen && one !== 'explore')
  if (named !== undefined && topic === undefined) return { screen: named, collectionId }
  return { screen: 'unknown', path }
}

/** The path of a route: what `parseRoute` reads back. */
export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'collections':
      return '/'
    case 'unknown':
      return route.path
    case 'import':
      return route.collectionId === null ? '/new' : `/c/${encodeURIComponent(route.collectionId)}/import`
    case 'topic':
      return `/c/${encodeURIComponent(route.collectionId)}/topics/${route.topicId}`
    case 'explore':
      return `/c/${encodeURIComponent(route.collectionId)}`
    case 'trends':
    case 'compare':
    case 'papers':
    case 'report':
      return `/c/${encodeURIComponent(route.collectionId)}/${route.screen}`
  }
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

/** Goes to a path (with or without a query) of this app. */
export function navigate(url: string, { replace = false }: { replace?: boolean } = {}): void {
  const before = location.pathname
  if (replace) history.replaceState(null, '', url)
  else history.pushState(null, '', url)
  listeners.forEach((listener) => listener())
  // Who reads by keyboard or ear goes on at the start of the new screen.
  if (before !== location.pathname) document.getElementById('main')?.focus({ preventScroll: true })
}

/** The route of the address bar. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.pathname))
}
