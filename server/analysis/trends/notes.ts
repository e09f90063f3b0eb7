import type { Bin } from '../../../shared/period.ts'
import { LEAST_DATED, LEAST_PERIODS, THIN_PAPERS, type Timeline } from './timeline.ts'
import type { Traps } from './traps.ts'

const UNITS: Record<Bin, string> = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  half: 'half-years',
  year: 'years',
  'two-year': 'two-year periods',
}
/** Names that a sentence lists. */
const NAMES = 3

/** Plain sentences on what was done with the dates, for the screen and the report. */
export function timelineNotes(timeline: Timeline): string[] {
  const notes: string[] = []
  const { bin, periods, totals, tested, dated, undated, coarse, complete, testable } = timeline
  const unit = UNITS[bin]
  if (dated === 0) return ['No paper has a date, so nothing can be said about time.']
  if (!testable) {
    const years = periods.length
    notes.push(
      `${papers(dated)} with a date over ${years} ${years === 1 ? unit.slice(0, -1) : unit}: too few to tell a trend from chance, so there is no verdict. ` +
        `Verdicts need at least ${LEAST_DATED} dated papers and ${LEAST_PERIODS} complete periods that are well filled.`,
    )
  }
  if (undated > 0) notes.push(`${papers(undated)} without a date ${undated === 1 ? 'is' : 'are'} left out.`)
  if (coarse > 0)
    notes.push(`${papers(coarse)} dated too coarsely for ${unit} ${coarse === 1 ? 'is' : 'are'} left out.`)
  const last = periods.length - 1
  if (last >= 0 && !complete[last])
    notes.push(`${periods[last].label} is not over in these papers: it is shown to date and left out of every test.`)
  if (!testable) return notes
  const first = tested.indexOf(true)
  const firstFilled = totals.findIndex((total) => total > 0)
  if (first > firstFilled)
    notes.push(
      `Tests begin with ${periods[first].label}: the periods before hold 1% of the papers together, too few to compare with.`,
    )
  const thin = tested.filter((yes, i) => yes && totals[i] < THIN_PAPERS).length
  if (thin > 0)
    notes.push(
      `${thin} ${thin === 1 ? unit.slice(0, -1) : unit} of ${tested.filter(Boolean).length} with fewer than ${THIN_PAPERS} papers: ` +
        'shares there jump by chance, and tests give them little weight.',
    )
  return notes
}

/** Plain sentences on what in these papers forges trends, and what was done about it. */
export function trapNotes({ coverage, fields, asked, venues, sources, betterBin }: Traps): string[] {
  const notes: string[] = []
  if (coverage.moves) {
    const change = `Abstracts come and go: of some years' papers ${percent(coverage.least)} have one, of others' ${percent(coverage.most)}`
    if (!asked) notes.push(`${change}. So words are counted in titles alone.`)
    else if (fields.includes('abstract'))
      notes.push(`${change}. Words counted in abstracts rise and fall with that: counting in titles alone is safer.`)
  }
  if (venues.names.length > 0) {
    const which = `${list(venues.names)} ${venues.names.length === 1 ? 'meets' : 'meet'} every other year with ${percent(venues.share)} of the papers`
    notes.push(
      betterBin === null
        ? `${which}: two-year periods hold one meeting each.`
        : `${which}: lines may go up and down with that. Two-year periods even it out.`,
    )
  }
  if (sources.length > 0) {
    const which = sources.map(({ name, share, begins, ends }) => {
      const reach = [begins === null ? [] : `from ${begins}`, ends === null ? [] : `up to ${ends}`].flat().join(' ')
      return `${name} (${reach}, ${percent(share)} of the papers)`
    })
    notes.push(
      `${list(which)} ${which.length === 1 ? 'does' : 'do'} not reach over the whole time: what they write of more than others ` +
        'seems to rise or fall with them. Counting within one of them tells which.',
    )
  }
  return notes
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, NAMES)
  if (names.length > NAMES) shown.push(`${names.length - NAMES} more`)
  return shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count} papers`
}
