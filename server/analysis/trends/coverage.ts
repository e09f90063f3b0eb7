import type { TrendField } from '../../../shared/trend.ts'
import type { Timeline } from './timeline.ts'

/** Share of the papers that have an abstract, in the stretch of time with the least of them and in the one with the most. */
export interface Coverage {
  least: number
  most: number
  /** Whether it changes so much that a count in abstracts would show the abstracts, not the words. */
  moves: boolean
}

/** Stretches of time that are compared, and the papers that each must hold. */
const MOST_STRETCHES = 8
const PAPERS_PER_STRETCH = 50
/** A change of more than this, and beyond chance (two standard errors), is a change. */
const MOST_CHANGE = 0.1

/** How many papers of each stretch of the tested periods have an abstract; stretches hold about equally many papers. */
export function coverageOf(timeline: Timeline, hasAbstract: Uint8Array): Coverage {
  const m = timeline.periods.length
  const withAbstract = new Int32Array(m)
  timeline.periodOf.forEach((period, paper) => {
    if (period >= 0 && hasAbstract[paper] === 1) withAbstract[period]++
  })
  const looked = timeline.tested.some(Boolean) ? timeline.tested : timeline.totals.map((total) => (total > 0 ? 1 : 0))
  let all = 0
  timeline.totals.forEach((total, i) => (all += looked[i] ? total : 0))
  const size = Math.max(PAPERS_PER_STRETCH, all / MOST_STRETCHES)
  const stretches: { papers: number; covered: number }[] = []
  let open = { papers: 0, covered: 0 }
  for (let i = 0; i < m; i++) {
    if (!looked[i]) continue
    open = { papers: open.papers + timeline.totals[i], covered: open.covered + withAbstract[i] }
    if (open.papers < size) continue
    stretches.push(open)
    open = { papers: 0, covered: 0 }
  }
  if (open.papers > 0 && (open.papers >= size / 2 || stretches.length === 0)) stretches.push(open)
  if (stretches.length === 0) return { least: 0, most: 0, moves: false }
  const share = ({ papers, covered }: { papers: number; covered: number }): number => covered / papers
  const least = stretches.reduce((a, b) => (share(b) < share(a) ? b : a))
  const most = stretches.reduce((a, b) => (share(b) > share(a) ? b : a))
  const change = share(most) - share(least)
  const pooled = (least.covered + most.covered) / (least.papers + most.papers)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / least.papers + 1 / most.papers))
  return { least: share(least), most: share(most), moves: change > MOST_CHANGE && change > 2 * error }
}

/** Where a query is counted: where it was asked to be; else in titles alone where the abstracts come and go; else in both. */
export function fieldsToUse(asked: readonly TrendField[] | null, { moves }: Coverage): TrendField[] {
  if (asked !== null) return [...asked]
  return moves ? ['title'] : ['title', 'abstract']
}
