import type { Theme, Topic } from '../../../shared/topic.ts'
import type { PaperFilter } from '../../api/papers.ts'

/** Papers behind a line of a chart: how they are named and found. */
export interface PointLine {
  /** `alignment in machine translation`. */
  name: string
  filter: PaperFilter
}

/** The topics and themes that a line may name. */
export interface LineNames {
  byId: ReadonlyMap<number, Pick<Topic, 'label'>>
  themes: readonly Pick<Theme, 'id' | 'label' | 'topics'>[]
}

/**
 * Reads a line's id as charts give it: `query:alignment`, `topic-3`, `theme-2`, `sense:3:alignment` (a query in a topic),
 * `set:venue:"ACL"` and `set:3:venue:"ACL"` (a set, in a topic or as a whole); null for anything else.
 */
export function readLine(
  id: string,
  { byId, themes }: LineNames,
  asked: Pick<PaperFilter, 'fields' | 'within'>,
): PointLine | null {
  const topicName = (topic: number): string => byId.get(topic)?.label ?? `topic ${topic}`
  const query = /^query:(.+)$/s.exec(id)
  if (query) return { name: query[1], filter: { query: query[1], ...asked } }
  const topic = /^topic-(\d+)$/.exec(id)
  if (topic) return { name: topicName(Number(topic[1])), filter: { topic: Number(topic[1]) } }
  const theme = themes.find((one) => id === `theme-${one.id}`)
  if (theme) return { name: theme.label, filter: { query: theme.topics.map((one) => `topic:${one}`).join(' OR ') } }
  const sense = /^sense:(\d+):(.+)$/s.exec(id)
  if (sense) {
    const [place, text] = [Number(sense[1]), sense[2]]
    return { name: `${text} in ${topicName(place)}`, filter: { query: text, topic: place, ...asked } }
  }
  const set = /^set:(?:(\d+):)?(.+)$/s.exec(id)
  if (set) {
    const inTopic = set[1] === undefined ? null : Number(set[1])
    const name = set[2].replace(/^(venue|org):"(.*)"$/s, '$2')
    const of = inTopic === null ? '' : ` in ${topicName(inTopic)}`
    return { name: `${name}${of}`, filter: { query: set[2], topic: inTopic } }
  }
  return null
}
