/** Orders of papers; the sort keys are in `papers.ts`. */
export const PAPER_ORDERS = ['newest', 'oldest', 'title', 'score', 'votes'] as const
export type PaperOrder = (typeof PAPER_ORDERS)[number]

/** Days of a paper without a date: it lies in no period. */
export const NO_FIRST_DAY = -2147483648
export const NO_LAST_DAY = 2147483647

/** Which papers of an order are wanted; a paper's number is its place among all papers of the collection by id. */
export interface Pick {
  /** All papers in the order that is asked for. */
  order: Int32Array
  /** Only those of this topic: paper → topic, and which. */
  topic: { of: Int32Array; id: number } | null
  /** Only those of which every day that the date may mean lies within: paper → days, and the ends. */
  days: { first: Int32Array; last: Int32Array; from: number; to: number } | null
  /** Only those: paper → 1; null for all. */
  members: Uint8Array | null
  /** Place in the order behind which to go on; −1 to begin with. */
  after: number
  limit: number
}

/** Some papers in an order. */
export interface Picked {
  numbers: number[]
  /** Place of the last of them in the order. */
  place: number
  hasMore: boolean
  /** How many there are in all. */
  total: number
}

/** Walks through an order from a place on until enough papers are found. */
export function pickPapers({ order, topic, days, members, after, limit }: Pick): Picked {
  const passes = (paper: number): boolean =>
    (topic === null || topic.of[paper] === topic.id) &&
    (members === null || members[paper] === 1) &&
    (days === null || (days.first[paper] >= days.from && days.last[paper] <= days.to))
  const numbers: number[] = []
  let place = -1
  let hasMore = false
  for (let at = after + 1; at < order.length; at++) {
    if (!passes(order[at])) continue
    if (numbers.length === limit) {
      hasMore = true
      break
    }
    numbers.push(order[at])
    place = at
  }
  let total = order.length
  if (topic !== null || days !== null || members !== null) {
    total = 0
    for (let paper = 0; paper < order.length; paper++) if (passes(paper)) total++
  }
  return { numbers, place, hasMore, total }
}
