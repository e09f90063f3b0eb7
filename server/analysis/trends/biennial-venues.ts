import { civilDate } from '../../../shared/period.ts'
import type { FieldNames } from '../search/field-names.ts'
import type { Dates } from './timeline.ts'

/** Years in which a venue must have met before its rhythm says something, and papers that a meeting holds. */
const LEAST_MEETINGS = 3
const LEAST_PAPERS = 5
/** Papers of a venue that may lie in other years all the same (a late volume). */
const MOST_OFF = 0.1

/** Share of the steps from one meeting to the next that must be two years: one may have fallen out. */
const MOST_STEPS = 0.75

/** Venues that meet every other year. */
export interface BiennialVenues {
  /** The largest first. */
  names: string[]
  /** Their share of the dated papers, 0–1. */
  share: number
}

/**
 * Finds the venues whose papers lie in even years alone, or in odd ones, in at least three of them. `periodOf`: paper → period, −1 for
 * papers that are not looked at.
 */
export function biennialVenues(periodOf: Int32Array, dates: Dates, { names, of }: FieldNames): BiennialVenues {
  const years = names.map(() => new Map<number, number>())
  let dated = 0
  for (let paper = 0; paper < of.length; paper++) {
    if (periodOf[paper] < 0) continue
    dated++
    if (of[paper] < 0) continue
    const { year } = civilDate(dates.firstDay[paper])
    const own = years[of[paper]]
    own.set(year, (own.get(year) ?? 0) + 1)
  }
  const found: { name: string; papers: number }[] = []
  years.forEach((own, number) => {
    let [even, odd] = [0, 0]
    for (const [year, papers] of own) {
      if (year % 2 === 0) even += papers
      else odd += papers
    }
    const [most, parity] = even >= odd ? [even, 0] : [odd, 1]
    if (even + odd - most > MOST_OFF * (even + odd)) return
    const meetings = [...own]
      .filter(([year, papers]) => year % 2 === parity && papers >= LEAST_PAPERS)
      .map(([year]) => year)
    // Every other year, not now and then: meetings follow each other by two years.
    const steps = meetings
      .sort((a, b) => a - b)
      .slice(1)
      .filter((year, i) => year - meetings[i] === 2)
    if (meetings.length >= LEAST_MEETINGS && steps.length >= MOST_STEPS * (meetings.length - 1))
      found.push({ name: names[number], papers: even + odd })
  })
  found.sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1))
  return {
    names: found.map(({ name }) => name),
    share: dated === 0 ? 0 : found.reduce((sum, { papers }) => sum + papers, 0) / dated,
  }
}
