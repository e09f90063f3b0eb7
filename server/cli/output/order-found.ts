import { compareCodePoints, type Paper } from '../../../shared/paper.ts'
import { dateSpan } from '../../../shared/period.ts'

/** The orders in which found papers can be listed. */
export const FOUND_ORDERS = ['relevance', 'newest', 'oldest', 'title', 'votes'] as const
export type FoundOrder = (typeof FOUND_ORDERS)[number]

type Ranked = Pick<Paper, 'id' | 'title' | 'date' | 'votes'> & { score: number }

/** Papers in an order, as the database would give it: the undated last, ties by id (relevance: the newest first, then by id). */
export function orderFound<T extends Ranked>(papers: readonly T[], order: FoundOrder): T[] {
  const first = ({ date }: Ranked): number | null => (date === null ? null : dateSpan(date).first)
  const last = ({ date }: Ranked): number => (date === null ? -Infinity : dateSpan(date).last)
  const compare: Record<FoundOrder, (a: T, b: T) => number> = {
    relevance: (a, b) => b.score - a.score || down(last(a), last(b)),
    newest: (a, b) => down(first(a) ?? -Infinity, first(b) ?? -Infinity),
    oldest: (a, b) => down(first(b) ?? Infinity, first(a) ?? Infinity),
    title: (a, b) => compareCodePoints(a.title.toLowerCase(), b.title.toLowerCase()),
    votes: (a, b) => down(a.votes ?? -1, b.votes ?? -1),
  }
  return [...papers].sort((a, b) => compare[order](a, b) || compareCodePoints(a.id, b.id))
}

/** Larger first; unlike a difference, right for infinities. */
function down(a: number, b: number): number {
  return a === b ? 0 : a > b ? -1 : 1
}
