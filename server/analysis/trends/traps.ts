import type { Bin } from '../../../shared/period.ts'
import type { TrendField } from '../../../shared/trend.ts'
import type { FieldNames } from '../search/field-names.ts'
import { biennialVenues, type BiennialVenues } from './biennial-venues.ts'
import { coverageOf, fieldsToUse, type Coverage } from './coverage.ts'
import { sourceRanges, type SourceRange } from './source-ranges.ts'
import type { Dates, Timeline } from './timeline.ts'

/** What a collection's papers bring that forges trends. */
export interface Traps {
  coverage: Coverage
  /** Where words are counted, and whether somebody asked for just that. */
  fields: TrendField[]
  asked: boolean
  venues: BiennialVenues
  sources: SourceRange[]
  /** A wider bin that suits better; null where this one is fine. */
  betterBin: Bin | null
}

/** Papers as the search for traps reads them; a paper's number is its place. */
export interface TrapColumns extends Dates {
  /** Paper → 1 where it has an abstract. */
  hasAbstract: Uint8Array
  venue: FieldNames
  source: FieldNames
}

/** Share of the papers that biennial venues must hold before two-year periods are offered. */
const LEAST_BIENNIAL = 0.05

/** Looks for what forges trends in the papers of a timeline; `asked`: the fields that somebody asked for, null for none. */
export function findTraps(timeline: Timeline, papers: TrapColumns, asked: readonly TrendField[] | null): Traps {
  const coverage = coverageOf(timeline, papers.hasAbstract)
  const found = biennialVenues(timeline.periodOf, papers, papers.venue)
  const venues = found.share >= LEAST_BIENNIAL ? found : { names: [], share: 0 }
  return {
    coverage,
    fields: fieldsToUse(asked, coverage),
    asked: asked !== null,
    venues,
    sources: [...sourceRanges(timeline, papers.source), ...sourceRanges(timeline, papers.venue)],
    betterBin: venues.names.length > 0 && timeline.bin !== 'two-year' ? 'two-year' : null,
  }
}
