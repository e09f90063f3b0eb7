import { MISCELLANEOUS } from '../../../shared/topic.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'

/** Comparisons to begin with: the largest topic and its neighbour, the later half of the papers and the earlier. */
export function suggestions(
  index: Pick<TopicIndex, 'topics' | 'byId'>,
  periods: readonly { period: string; total: number }[],
): { label: string; a: string; b: string | null }[] {
  const list: { label: string; a: string; b: string | null }[] = []
  const first = index.topics.find(({ id }) => id !== MISCELLANEOUS)
  if (first !== undefined) {
    const near = first.nearest.map(({ id }) => index.byId.get(id)).find((topic) => topic !== undefined)
    if (near) list.push({ label: `${first.label} and ${near.label}`, a: `topic:${first.id}`, b: `topic:${near.id}` })
    list.push({ label: `${first.label} and all other papers`, a: `topic:${first.id}`, b: null })
  }
  if (periods.length >= 2) {
    const middle = middleOf(periods.map(({ total }) => total))
    const [later, earlier] = [periods[middle].period, periods[middle - 1].period]
    list.push({
      label: `from ${later} on, and up to ${earlier}`,
      a: `period:${range(later, periods.at(-1)!.period)}`,
      b: `period:${range(periods[0].period, earlier)}`,
    })
  }
  return list
}

/** The first place of the later half: the one that parts the papers most evenly; 1 or more. */
function middleOf(totals: readonly number[]): number {
  const all = totals.reduce((sum, total) => sum + total, 0)
  let before = 0
  let best = 1
  let least = Infinity
  for (let place = 1; place < totals.length; place++) {
    before += totals[place - 1]
    const lean = Math.abs(all - 2 * before)
    if (lean < least) [best, least] = [place, lean]
  }
  return best
}

function range(from: string, to: string): string {
  return from === to ? from : `${from}..${to}`
}
