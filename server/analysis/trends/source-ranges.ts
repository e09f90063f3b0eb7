import type { FieldNames } from '../search/field-names.ts'
import type { Timeline } from './timeline.ts'

/** A source or venue whose papers do not reach over the whole time. */
export interface SourceRange {
  name: string
  /** Its share of the dated papers, 0–1. */
  share: number
  /** The first of its periods where it begins late, and the last where it ends early; null where it does not. */
  begins: string | null
  ends: string | null
}

/** Share of the dated papers from which on a source changes the mix. */
const LEAST_SHARE = 0.1
/** A source that is there in all but so many of the tested periods at an end reaches over the whole time. */
const MISSING = 0.15

/**
 * Sources (or venues) with a tenth of the papers or more that begin after the first periods or end before the last: what they write of
 * rises and falls with them. The largest first. A single source is no mix.
 */
export function sourceRanges(timeline: Timeline, { names, of }: FieldNames): SourceRange[] {
  const m = timeline.periods.length
  const tested = timeline.tested.flatMap((yes, i) => (yes ? [i] : []))
  if (tested.length < 3 || names.length < 2) return []
  const counts = names.map(() => new Int32Array(m))
  let dated = 0
  timeline.periodOf.forEach((period, paper) => {
    if (period < 0) return
    dated++
    if (of[paper] >= 0) counts[of[paper]][period]++
  })
  const slack = Math.floor(MISSING * tested.length)
  const ranges: SourceRange[] = []
  counts.forEach((own, number) => {
    const papers = own.reduce((a, b) => a + b, 0)
    if (papers < LEAST_SHARE * dated) return
    const held = tested.flatMap((period, place) => (own[period] > 0 ? [place] : []))
    if (held.length === 0) return
    const [first, last] = [held[0], held.at(-1)!]
    const begins = first > slack ? timeline.periods[tested[first]].label : null
    const ends = last < tested.length - 1 - slack ? timeline.periods[tested[last]].label : null
    if (begins !== null || ends !== null) ranges.push({ name: names[number], share: papers / dated, begins, ends })
  })
  return ranges.sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
}
