import type { Paper } from '../../shared/paper.ts'
import type { ReportEntry, ReportFrame } from '../../shared/report.ts'
import type { Placed, PlacedList } from '../../shared/topic.ts'

/** A paper and where it stands, for a list: its abstract may be left out. */
export interface PlacedEntry {
  paper: Paper
  assignment: Placed
}

/** Most papers between two topics that are listed; more are only marked where they stand. */
export const BETWEEN_LISTED = 60
/** Most papers that are drawn on the map one by one, with their titles. */
export const DRAWN_SINGLY = 2000

/** The papers of a report for writers that list them in an order of their own. A place is that of a paper among all, by id, from 0. */
export interface ReportPapers<Item> {
  placed: PlacedList
  /** Paper id → place. */
  place: (paperId: string) => number
  /** What `entriesAsked` names, whole. */
  entry: (place: number) => ReportEntry
  /** What a list says of a paper. */
  item: (place: number) => Item
}

/** Papers that are all at hand. */
export function papersAtHand(
  entries: readonly ReportEntry[],
  item: (entry: PlacedEntry, place: number) => string,
): ReportPapers<string> {
  const placed = entries.map(({ assignment }) => assignment)
  return {
    placed,
    place: placesOf(placed),
    entry: (place) => entries[place],
    item: (place) => item(entries[place], place),
  }
}

/** Paper id → place. */
export function placesOf(placed: Iterable<Placed>): (paperId: string) => number {
  const places = new Map<string, number>()
  let place = 0
  for (const { paperId } of placed) places.set(paperId, place++)
  return (paperId) => places.get(paperId)!
}

/** The places of the papers of which a list says more, or which are named outside of the lists. */
export function entriesAsked(
  frame: ReportFrame,
  { placed, place }: Pick<ReportPapers<unknown>, 'placed' | 'place'>,
): Set<number> {
  if (placed.length <= DRAWN_SINGLY) return new Set(Array.from(placed, (_, at) => at))
  const standing = frame.topics.flatMap(({ representative }) => representative)
  const asked = [...standing, ...frame.uncertain.slice(0, BETWEEN_LISTED)].map(place)
  // A topic may name a paper that is not of this collection.
  return new Set(asked.filter((at) => at !== undefined))
}
