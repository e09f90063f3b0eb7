import { MISCELLANEOUS } from '../../../shared/topic.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'

/** Comparisons to begin with: the largest topic and its neighbour, the later half of the periods and the earlier. */
export function suggestions(
  index: Pick<TopicIndex, 'topics' | 'byId'>,
  periods: readonly string[],
): { label: string; a: string; b: string | null }[] {
  const list: { label: string; a: string; b: string | null }[] = []
  const first = index.topics.find(({ id }) => id !== MISCELLANEOUS)
  if (first !== undefined) {
    const near = first.nearest.map(({ id }) => index.byId.get(id)).find((topic) => topic !== undefined)
    if (near) list.push({ label: `${first.label} and ${near.label}`, a: `topic:${first.id}`, b: `topic:${near.id}` })
    list.push({ label: `${first.label} and all other papers`, a: `topic:${first.id}`, b: null })
  }
  if (periods.length >= 2) {
    const middle = Math.ceil(periods.length / 2)
    const [later, earlier] = [periods[middle], periods[middle - 1]]
    list.push({
      label: `from ${later} on, and up to ${earlier}`,
      a: `period:${range(later, periods.at(-1)!)}`,
      b: `period:${range(periods[0], earlier)}`,
    })
  }
  return list
}

function range(from: string, to: string): string {
  return from === to ? from : `${from}..${to}`
}
