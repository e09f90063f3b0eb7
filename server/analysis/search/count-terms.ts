import { eachPaper, termsOf } from './index-terms.ts'
import type { Scope } from './scope.ts'
import type { TextIndex } from './text-index.ts'

/** How many papers of each of two sets hold each term of an index (`termsOf`). */
export interface TermCounts {
  /** Term → papers of the first set. */
  readonly a: Int32Array
  readonly b: Int32Array
}

/** Counts in two sets of papers (numbers in the index); papers of both count on neither side. */
export function countInSets(index: TextIndex, a: Iterable<number>, b: Iterable<number>): TermCounts {
  const terms = termsOf(index)
  const side = new Uint8Array(index.ids.length)
  for (const paper of a) side[paper] |= 1
  for (const paper of b) side[paper] |= 2
  const counts = { a: new Int32Array(terms.papers.length), b: new Int32Array(terms.papers.length) }
  const seen = new Int32Array(index.ids.length).fill(-1)
  for (let term = 0; term < terms.papers.length; term++) {
    eachPaper(index, terms, term, seen, (paper) => {
      if (side[paper] === 1) counts.a[term]++
      else if (side[paper] === 2) counts.b[term]++
    })
  }
  return counts
}

/** Terms by topic: how many papers of a topic hold a term, where any do. */
interface TopicCounts {
  /** One more than the highest topic id. */
  size: number
  /** Where the entries of a term start: length terms + 1. */
  starts: Int32Array
  /** Entry → topic id. */
  topics: Int32Array
  /** Entry → papers of the topic that hold the term. */
  papers: Int32Array
}

/** Who is in which topic of an analysis never changes either. */
const KNOWN = new WeakMap<Int32Array, { index: TextIndex; counts: TopicCounts }>()

/**
 * Counts in some topics of an analysis and in others, or in all papers that are not in the first (null). No topic may be in both. The
 * occurrences are read once an analysis.
 */
export function countInTopics(
  index: TextIndex,
  { topicOf }: Pick<Scope, 'topicOf'>,
  a: ReadonlySet<number>,
  b: ReadonlySet<number> | null,
): TermCounts {
  const { papers } = termsOf(index)
  const known = KNOWN.get(topicOf)
  const { size, starts, topics, papers: held } = known?.index === index ? known.counts : countByTopic(index, topicOf)
  const counts = { a: new Int32Array(papers.length), b: new Int32Array(papers.length) }
  const side = new Uint8Array(size)
  for (const topic of a) side[topic] = 1
  for (const topic of b ?? []) side[topic] = 2
  for (let term = 0; term < papers.length; term++) {
    for (let i = starts[term]; i < starts[term + 1]; i++) {
      const where = side[topics[i]]
      if (where === 1) counts.a[term] += held[i]
      else if (where === 2) counts.b[term] += held[i]
    }
    if (b === null) counts.b[term] = papers[term] - counts.a[term]
  }
  return counts
}

function countByTopic(index: TextIndex, topicOf: Int32Array): TopicCounts {
  const terms = termsOf(index)
  const size = topicOf.reduce((max, topic) => Math.max(max, topic), 0) + 1
  /** Topic → papers that hold the term at hand. */
  const held = new Int32Array(size)
  const found: number[] = []
  const starts = new Int32Array(terms.papers.length + 1)
  const seen = new Int32Array(index.ids.length).fill(-1)
  const entries = { topics: new Growing(), papers: new Growing() }
  for (let term = 0; term < terms.papers.length; term++) {
    eachPaper(index, terms, term, seen, (paper) => {
      const topic = topicOf[paper]
      if (topic >= 0 && held[topic]++ === 0) found.push(topic)
    })
    for (const topic of found.splice(0)) {
      entries.topics.push(topic)
      entries.papers.push(held[topic])
      held[topic] = 0
    }
    starts[term + 1] = entries.topics.size
  }
  const counts = { size, starts, topics: entries.topics.done(), papers: entries.papers.done() }
  KNOWN.set(topicOf, { index, counts })
  return counts
}

/** Whole numbers of which it is not known how many there will be. */
class Growing {
  size = 0
  #values = new Int32Array(1 << 16)

  push(value: number): void {
    if (this.size === this.#values.length) {
      const larger = new Int32Array(2 * this.size)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.size++] = value
  }

  done(): Int32Array {
    return this.#values.slice(0, this.size)
  }
}
