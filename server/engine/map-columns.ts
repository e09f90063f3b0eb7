import { FLAG_UNCERTAIN, NO_DAY, NO_TOPIC, type MapColumns } from '../../shared/map.ts'
import type { Paper } from '../../shared/paper.ts'
import { dateSpan } from '../../shared/period.ts'
import type { Placed } from '../../shared/topic.ts'

/** The map's columns from papers and their assignments, both in the same order. */
export function mapColumns(
  papers: readonly Pick<Paper, 'id' | 'date'>[],
  assignments: Iterable<Placed> & { length: number },
): MapColumns {
  const n = papers.length
  if (assignments.length !== n) throw new Error(`${assignments.length} assignments for ${n} papers`)
  const map: MapColumns = {
    n,
    x: new Float32Array(n),
    y: new Float32Array(n),
    day: new Int32Array(n),
    topic: new Uint16Array(n),
    runnerUp: new Uint16Array(n),
    flags: new Uint8Array(n),
    ids: papers.map(({ id }) => id),
  }
  let i = 0
  for (const assignment of assignments) {
    const { date } = papers[i]
    map.x[i] = assignment.x
    map.y[i] = assignment.y
    map.day[i] = date === null ? NO_DAY : dateSpan(date).first
    map.topic[i] = assignment.topicId
    map.runnerUp[i] = assignment.runnerUpTopicId ?? NO_TOPIC
    map.flags[i++] = assignment.uncertain ? FLAG_UNCERTAIN : 0
  }
  return map
}
