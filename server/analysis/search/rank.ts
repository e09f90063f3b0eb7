import { compareCodePoints } from '../../../shared/paper.ts'
import type { Texts } from './occurrence-source.ts'
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
  items: { id: string; number: number; score: number }[]
  total: number
  /** Where the next stretch goes on; null on the last. */
  next: RankPlace | null
}

const UNDATED = -2147483648

/**
 * Up to `limit` papers behind `after` (null: from the best on): by score, then the newest, then by id. Where the paper of `after` still
 * matches, what counts is where it stands by now.
 */
export function rankPage(
  index: TextIndex,
  { papers, scores }: { papers: Int32Array; scores: Float64Array },
  after: RankPlace | null,
  limit: number,
): RankedPage {
  const dayOf = (paper: number): number => (index.precision[paper] === 0 ? UNDATED : index.lastDay[paper])
  /** Below 0 where the match `a` stands before the match `b`. */
  const compare = (a: number, b: number): number =>
    scores[b] - scores[a] || dayOf(papers[b]) - dayOf(papers[a]) || papers[a] - papers[b]
  const isBehind = after === null ? null : behind(after)
  // A page is short and matches may be many: only the best so far are kept in order.
  const best: number[] = []
  let candidates = 0
  /** No match of a lower score has a chance. */
  let least = -Infinity
  for (let at = 0; at < papers.length; at++) {
    if (isBehind !== null && !isBehind(at)) continue
    candidates++
    if (scores[at] < least || (best.length === limit && compare(best[limit - 1], at) <= 0)) continue
    let low = 0
    for (let high = best.length; low < high;) {
      const middle = (low + high) >> 1
      if (compare(best[middle], at) < 0) low = middle + 1
      else high = middle
    }
    best.splice(low, 0, at)
    if (best.length > limit) best.pop()
    if (best.length === limit) least = scores[best[limit - 1]]
  }
  const last = best.at(-1)
  return {
    items: best.map((at) => ({ id: index.ids.at(papers[at])!, number: papers[at], score: scores[at] })),
    total: papers.length,
    next:
      last === undefined || candidates === best.length
        ? null
        : { score: scores[last], day: dayOf(papers[last]), id: index.ids.at(papers[last])! },
  }

  function behind({ score, day, id }: RankPlace): (at: number) => boolean {
    const seen = placeAmong(papers, paperOf(index.ids, id))
    if (seen >= 0) return (at) => compare(seen, at) < 0
    return (at) => {
      if (scores[at] !== score) return scores[at] < score
      const own = dayOf(papers[at])
      return own !== day ? own < day : compareCodePoints(index.ids.at(papers[at])!, id) > 0
    }
  }
}

/** The number of the paper of an id; −1 where there is none. */
export function paperOf(ids: Texts, id: string): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareCodePoints(ids.at(middle)!, id) < 0) low = middle + 1
    else high = middle
  }
  return ids.at(low) === id ? low : -1
}

/** Where a number stands among ascending ones; −1 where it does not. */
export function placeAmong(numbers: Int32Array, number: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle] < number) low = middle + 1
    else high = middle
  }
  return numbers[low] === number ? low : -1
}
