import { NO_DAY, type MapColumns } from '../../shared/map.ts'
import { dateSpan } from '../../shared/period.ts'

export interface FocusAsk {
  /** Wins over the picked topic while the pointer is on it. */
  hoverTopic: number | null
  topic: number | null
  /** Inclusive dates, as the link writes them. */
  from: string | null
  to: string | null
  /** Places of the papers that a search found; null without a search. */
  hits: ReadonlySet<number> | null
  lasso: readonly number[] | null
}

/**
 * Which papers are meant: one byte a paper, 1 in focus, 0 dimmed; null where nothing narrows the map.
 * `times` alone decides what the time brush leaves (papers without a day fall out).
 */
export function focusMask(map: MapColumns, ask: FocusAsk): Uint8Array | null {
  const topic = ask.hoverTopic ?? ask.topic
  if (topic === null && ask.from === null && ask.to === null && ask.hits === null && ask.lasso === null) return null
  const [first, last] = daysBetween(ask.from, ask.to)
  const timed = ask.from !== null || ask.to !== null
  const mask = new Uint8Array(map.n)
  const caught = ask.lasso === null || ask.hoverTopic !== null ? null : lassoMask(map.n, ask.lasso)
  for (let i = 0; i < map.n; i++) {
    if (topic !== null && map.topic[i] !== topic) continue
    if (timed && (map.day[i] === NO_DAY || map.day[i] < first || map.day[i] > last)) continue
    if (ask.hits !== null && !ask.hits.has(i)) continue
    if (caught !== null && caught[i] === 0) continue
    mask[i] = 1
  }
  return mask
}

/** First and last day of a pair of dates, open ends infinite. */
export function daysBetween(from: string | null, to: string | null): [number, number] {
  return [from === null ? -Infinity : spanOf(from).first, to === null ? Infinity : spanOf(to).last]
}

/** Papers in focus per topic id. */
export function countTopics(map: MapColumns, mask: Uint8Array | null): Map<number, number> {
  const counts = new Map<number, number>()
  for (let i = 0; i < map.n; i++) {
    if (mask !== null && mask[i] === 0) continue
    const topic = map.topic[i]
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  return counts
}

/** Places of the papers in focus. */
export function placesOf(mask: Uint8Array): number[] {
  const places: number[] = []
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) places.push(i)
  return places
}

function lassoMask(n: number, places: readonly number[]): Uint8Array {
  const mask = new Uint8Array(n)
  for (const place of places) mask[place] = 1
  return mask
}

function spanOf(date: string): { first: number; last: number } {
  try {
    return dateSpan(date)
  } catch {
    // A link may hold a day that no calendar has: then it narrows nothing.
    return { first: -Infinity, last: Infinity }
  }
}
