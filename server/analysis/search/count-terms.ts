import { Int32List } from '../text/growing-list.ts'
import { termStretches } from './index-terms.ts'
import type { Scope } from './scope.ts'
import type { TextIndex } from './text-index.ts'

/** How many papers of each of two sets hold each term of an index. */
export interface TermCounts {
  /** Term → papers of the first set. */
  readonly a: Int32Array
  readonly b: Int32Array
}

/** Counts in two sets of papers (numbers in the index); papers of both count on neither side. */
export function countInSets(index: TextIndex, a: Iterable<number>, b: Iterable<number>): TermCounts {
  const { starts, words, papers } = index.terms
  const side = new Uint8Array(index.ids.length)
  for (const paper of a) side[paper] |= 1
  for (const paper of b) side[paper] |= 2
  const counts = { a: new Int32Array(papers.length), b: new Int32Array(papers.length) }
  const seen = new Int32Array(index.ids.length).fill(-1)
  for (const stretch of termStretches(index, index.terms)) {
    let o = 0
    for (let term = stretch.first; term < stretch.last; term++) {
      const last = words[starts[term + 1] - 1]
      const end = index.begins[last] + index.counts[last] - stretch.from
      for (; o < end; o++) {
        const paper = stretch.papers[o]
        if (side[paper] === 0 || stretch.isPart[o] === 1 || seen[paper] === term) continue
        seen[paper] = term
        if (side[paper] === 1) counts.a[term]++
        else if (side[paper] === 2) counts.b[term]++
      }
    }
  }
  return counts
}

/** Topic by topic, how many of its papers hold a term, where any do. */
export interface TopicCounts {
  /** Where the entries of a topic start: length one more than the highest topic id, plus one. */
  starts: Int32Array
  /** Entry → term, ascending within a topic. */
  terms: Int32Array
  /** Entry → papers of the topic that hold the term. */
  papers: Int32Array
}

/** Counts of an analysis, or what is still to be done for them. */
interface Counting {
  index: TextIndex
  work: Generator<void, TopicCounts>
  counts: TopicCounts | null
}

/** Who is in which topic of an analysis never changes, nor does an index. */
const KNOWN = new WeakMap<Int32Array, Counting>()

/**
 * Counts in some topics of an analysis and in others, or in all papers that are not in the first (null). No topic may be in both. The
 * occurrences are read once an analysis, now unless `countTopics` has done it.
 */
export function countInTopics(
  index: TextIndex,
  { topicOf }: Pick<Scope, 'topicOf'>,
  a: ReadonlySet<number>,
  b: ReadonlySet<number> | null,
): TermCounts {
  const { papers } = index.terms
  const known = countingOf(index, topicOf)
  while (known.counts === null) step(known)
  const ofA = sumOf(known.counts, a, papers.length)
  if (b !== null) return { a: ofA, b: sumOf(known.counts, b, papers.length) }
  const rest = new Int32Array(papers.length)
  for (let term = 0; term < rest.length; term++) rest[term] = papers[term] - ofA[term]
  return { a: ofA, b: rest }
}

/**
 * Reads the occurrences for `countInTopics` ahead, a stretch of them at each step, so that who answers others meanwhile can do so in between.
 */
export function* countTopics(index: TextIndex, { topicOf }: Pick<Scope, 'topicOf'>): Generator<void> {
  const known = countingOf(index, topicOf)
  while (known.counts === null) {
    step(known)
    yield
  }
}

/** What `countTopics` found; null where it has not been to its end. */
export function topicCounts(index: TextIndex, topicOf: Int32Array): TopicCounts | null {
  const known = KNOWN.get(topicOf)
  return known?.index === index ? known.counts : null
}

/** Spares `countTopics`, and who would wait for it, what was found in the same papers of the same analysis before. */
export function takeTopicCounts(index: TextIndex, topicOf: Int32Array, counts: TopicCounts): void {
  KNOWN.set(topicOf, { index, work: countByTopic(index, topicOf), counts })
}

function countingOf(index: TextIndex, topicOf: Int32Array): Counting {
  const known = KNOWN.get(topicOf)
  if (known?.index === index) return known
  const counting = { index, work: countByTopic(index, topicOf), counts: null }
  KNOWN.set(topicOf, counting)
  return counting
}

function step(counting: Counting): void {
  const next = counting.work.next()
  if (next.done === true) counting.counts = next.value
}

function sumOf({ starts, terms, papers }: TopicCounts, topics: ReadonlySet<number>, size: number): Int32Array {
  const sums = new Int32Array(size)
  for (const topic of topics) {
    for (let i = starts[topic] ?? 0; i < (starts[topic + 1] ?? 0); i++) sums[terms[i]] += papers[i]
  }
  return sums
}

/** Fewer topics than this fit 16 bits. */
const NARROW = 32768

function* countByTopic(index: TextIndex, topicOf: Int32Array): Generator<void, TopicCounts> {
  const { starts, words } = index.terms
  const size = topicOf.reduce((max, topic) => Math.max(max, topic), 0) + 1
  /** Topic → papers that hold the term at hand, and the topics where any do. */
  const held = new Int32Array(size)
  const found = new Int32Array(size)
  const seen = new Int32Array(topicOf.length).fill(-1)
  // Looked at once an occurrence: as narrow as it can be, so that more of it lies in the processor's cache.
  const topicIn = size <= NARROW ? Int16Array.from(topicOf) : topicOf
  const entries = { topics: new Int32List(), terms: new Int32List(), papers: new Int32List() }
  for (const stretch of termStretches(index, index.terms)) {
    let o = 0
    for (let term = stretch.first; term < stretch.last; term++) {
      const last = words[starts[term + 1] - 1]
      const end = index.begins[last] + index.counts[last] - stretch.from
      let topics = 0
      // Most terms are one word, whose papers ascend.
      const isOneWord = starts[term + 1] === starts[term] + 1
      let lastPaper = -1
      for (; o < end; o++) {
        const paper = stretch.papers[o]
        if (paper === lastPaper || stretch.isPart[o] === 1) continue
        lastPaper = paper
        if (!isOneWord) {
          if (seen[paper] === term) continue
          seen[paper] = term
        }
        const topic = topicIn[paper]
        if (topic >= 0 && held[topic]++ === 0) found[topics++] = topic
      }
      for (let i = 0; i < topics; i++) {
        entries.topics.push(found[i])
        entries.terms.push(term)
        entries.papers.push(held[found[i]])
        held[found[i]] = 0
      }
    }
    yield
  }
  return byTopic(size, entries.topics.toArray(), entries.terms.toArray(), entries.papers.toArray())
}

/** Entries in the order of their topics (counting sort); within a topic they stay as they are. */
function byTopic(size: number, topics: Int32Array, terms: Int32Array, papers: Int32Array): TopicCounts {
  const starts = new Int32Array(size + 1)
  for (const topic of topics) starts[topic + 1]++
  for (let topic = 0; topic < size; topic++) starts[topic + 1] += starts[topic]
  const next = starts.slice()
  const sorted = { terms: new Int32Array(terms.length), papers: new Int32Array(terms.length) }
  for (let i = 0; i < topics.length; i++) {
    const to = next[topics[i]]++
    sorted.terms[to] = terms[i]
    sorted.papers[to] = papers[i]
  }
  return { starts, ...sorted }
}
