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
  /** Only those of which every day that the date may mean lies within: paper → days, all papers by first day, the newest first, and the ends. */
  days: { first: Int32Array; last: Int32Array; newest: Int32Array; from: number; to: number } | null
  /** Only those: numbers, each once; null for all. */
  members: Int32Array | null
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
  const fewer = members === null && days === null ? null : narrowed(order.length, topic, days, members)
  const numbers: number[] = []
  let place = -1
  let hasMore = false
  // By date, nothing of a time comes before its newest paper.
  const first = days !== null && order === days.newest ? firstBefore(days, days.to + 1) : 0
  for (let at = Math.max(after + 1, first); at < order.length; at++) {
    const paper = order[at]
    if (fewer === null ? topic !== null && topic.of[paper] !== topic.id : fewer.mask[paper] === 0) continue
    if (numbers.length === limit) {
      hasMore = true
      break
    }
    numbers.push(paper)
    place = at
  }
  const total = fewer !== null ? fewer.total : topic === null ? order.length : (sizesOf(topic.of)[topic.id] ?? 0)
  return { numbers, place, hasMore, total }
}

/** Paper → 1 where it is wanted, found among the members or the days, whichever are fewer. */
function narrowed(
  size: number,
  topic: Pick['topic'],
  days: Pick['days'],
  members: Int32Array | null,
): { mask: Uint8Array; total: number } {
  const dated = days === null ? null : stretchOf(days)
  const areFewer = members !== null && (dated === null || members.length <= dated.length)
  const candidates = areFewer ? members : dated!
  const others = areFewer || members === null ? null : maskOf(size, members)
  const mask = new Uint8Array(size)
  let total = 0
  for (let i = 0; i < candidates.length; i++) {
    const paper = candidates[i]
    if (topic !== null && topic.of[paper] !== topic.id) continue
    if (days !== null && (days.first[paper] < days.from || days.last[paper] > days.to)) continue
    if (others !== null && others[paper] === 0) continue
    mask[paper] = 1
    total++
  }
  return { mask, total }
}

function maskOf(size: number, papers: Int32Array): Uint8Array {
  const mask = new Uint8Array(size)
  for (let i = 0; i < papers.length; i++) mask[papers[i]] = 1
  return mask
}

/** The papers whose first day lies within. */
function stretchOf(days: NonNullable<Pick['days']>): Int32Array {
  return days.newest.subarray(firstBefore(days, days.to + 1), firstBefore(days, days.from))
}

/** Place of the newest paper that begins before a day. */
function firstBefore({ first, newest }: NonNullable<Pick['days']>, day: number): number {
  let low = 0
  let high = newest.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (first[newest[middle]] < day) high = middle
    else low = middle + 1
  }
  return low
}

/** Who is in which topic of an analysis never changes. */
const SIZES = new WeakMap<Int32Array, Int32Array>()

/** Topic → its papers. */
function sizesOf(topicOf: Int32Array): Int32Array {
  const known = SIZES.get(topicOf)
  if (known !== undefined) return known
  const sizes = new Int32Array(topicOf.reduce((most, topic) => Math.max(most, topic), 0) + 1)
  for (const topic of topicOf) sizes[topic]++
  SIZES.set(topicOf, sizes)
  return sizes
}
