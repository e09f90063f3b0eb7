import type { PaperFilter } from '../../api/papers.ts'

/** Papers behind a line of a chart: how they are named and found. */
export interface PointLine {
  /** `alignment in machine translation`. */
  name: string
  filter: PaperFilter
}

/**
 * Reads a line's id as charts give it: `query:alignment`, `topic-3`, `sense:3:alignment` (a query in a topic),
 * `set:venue:"ACL"` and `set:3:venue:"ACL"` (a set, in a topic or as a whole); null for anything else.
 */
export function readLine(
  id: string,
  topicName: (id: number) => string | null,
  asked: Pick<PaperFilter, 'fields' | 'within'>,
): PointLine | null {
  const query = /^query:(.+)$/s.exec(id)
  if (query) return { name: query[1], filter: { query: query[1], ...asked } }
  const topic = /^topic-(\d+)$/.exec(id)
  if (topic) return { name: topicName(Number(topic[1])) ?? id, filter: { topic: Number(topic[1]) } }
  const sense = /^sense:(\d+):(.+)$/s.exec(id)
  if (sense) {
    const [place, text] = [Number(sense[1]), sense[2]]
    return { name: `${text} in ${topicName(place) ?? place}`, filter: { query: text, topic: place, ...asked } }
  }
  const set = /^set:(?:(\d+):)?(.+)$/s.exec(id)
  if (set) {
    const inTopic = set[1] === undefined ? null : Number(set[1])
    const name = set[2].replace(/^(venue|org):"(.*)"$/s, '$2')
    const of = inTopic === null ? '' : ` in ${topicName(inTopic) ?? inTopic}`
    return { name: `${name}${of}`, filter: { query: set[2], topic: inTopic } }
  }
  return null
}
