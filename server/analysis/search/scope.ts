import { TidemapError } from '../../../shared/error.ts'

/** What an analysis adds to a text index: who is in which topic. */
export interface Scope {
  /** Paper of the index → topic id; −1 where the analysis does not know it. */
  readonly topicOf: Int32Array
  readonly topics: readonly { id: number; label: string; themeId: number; themeLabel: string }[]
}

/** The topic of an id or a label. Throws `not-found`. */
export function findTopic(scope: Scope, name: string): Scope['topics'][number] {
  const label = name.trim().toLowerCase()
  const topic =
    scope.topics.find(({ id }) => String(id) === label) ?? scope.topics.find((one) => one.label.toLowerCase() === label)
  if (topic) return topic
  throw new TidemapError('not-found', `unknown topic: ${name}`, {
    hint: `topics are ${scope.topics
      .slice(0, 5)
      .map(({ id, label: text }) => `${id} (${text})`)
      .join(', ')}${scope.topics.length > 5 ? ', …' : ''}`,
  })
}

/** Numbers of the papers of some topics, ascending. */
export function papersOfTopics({ topicOf }: Scope, ids: ReadonlySet<number>): Int32Array {
  const isOne = new Uint8Array(Math.max(0, ...ids) + 1)
  for (const id of ids) isOne[id] = 1
  const papers = new Int32Array(topicOf.length)
  let size = 0
  for (let paper = 0; paper < papers.length; paper++) {
    if (topicOf[paper] >= 0 && isOne[topicOf[paper]] === 1) papers[size++] = paper
  }
  return papers.subarray(0, size)
}

/** Numbers of the papers of one topic, by id or label. Throws `bad-request` where there is no analysis, `not-found` for no such topic. */
export function papersOfTopic(scope: Scope | null, name: string): Int32Array {
  if (scope !== null) return papersOfTopics(scope, new Set([findTopic(scope, name).id]))
  throw new TidemapError('bad-request', `topic without an analysis: ${name}`, { hint: 'analyse the collection first' })
}

/** Who is in which topic of an analysis never changes. */
const SIZES = new WeakMap<Int32Array, Int32Array>()

/** How many papers of the index are in some topics. */
export function sizeOfTopics({ topicOf }: Scope, ids: ReadonlySet<number>): number {
  let sizes = SIZES.get(topicOf)
  if (sizes === undefined) {
    sizes = new Int32Array(topicOf.reduce((max, topic) => Math.max(max, topic), 0) + 1)
    for (const topic of topicOf) if (topic >= 0) sizes[topic]++
    SIZES.set(topicOf, sizes)
  }
  let size = 0
  for (const id of ids) size += sizes[id] ?? 0
  return size
}
