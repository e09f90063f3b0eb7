import { compareCodePoints } from '../../../shared/paper.ts'
import type { Matches } from './search.ts'
import type { TextIndex } from './text-index.ts'

/** Where a paper stands in the order of relevance; enough to go on behind it, even when papers came in between. */
export interface RankPlace {
  score: number
  /** Last day its date may mean, days since 1970-01-01. */
  day: number
  id: string
}

/** A stretch of the papers that match, best first. */
export interface RankedPage {
  items: { id: string; score: number }[]
  total: number
  /** Where the next stretch goes on; null on the last. */
  next: RankPlace | null
}

const UNDATED = -2147483648

/**
 * Up to `limit` papers behind `after` (null: from the best on): by score, then the newest, then by id. Behind a paper that still
 * matches, whatever its score is by now; else behind the place where it stood.
 */
export function rankPage(
  index: TextIndex,
  { papers, scores }: Matches,
  after: RankPlace | null,
  limit: number,
): RankedPage {
  const dayOf = (paper: number): number => (index.precision[paper] === 0 ? UNDATED : index.lastDay[paper])
  const order = papers
    .map((_, at) => at)
    .sort((a, b) => scores[b] - scores[a] || dayOf(papers[b]) - dayOf(papers[a]) || papers[a] - papers[b])
  let from = 0
  if (after !== null) {
    const seen = order.findIndex((at) => index.ids[papers[at]] === after.id)
    const behind = order.findIndex((at) => {
      const [score, day] = [scores[at], dayOf(papers[at])]
      if (score !== after.score) return score < after.score
      return day !== after.day ? day < after.day : compareCodePoints(index.ids[papers[at]], after.id) > 0
    })
    from = seen >= 0 ? seen + 1 : behind >= 0 ? behind : order.length
  }
  const page = Array.from(order.subarray(from, from + limit), (at) => ({ at, paper: papers[at] }))
  const last = page.at(-1)
  return {
    items: page.map(({ at, paper }) => ({ id: index.ids[paper], score: scores[at] })),
    total: papers.length,
    next:
      last === undefined || from + limit >= order.length
        ? null
        : { score: scores[last.at], day: dayOf(last.paper), id: index.ids[last.paper] },
  }
}
