import { LEAST_DATED, LEAST_PERIODS, type Timeline } from './timeline.ts'

const UNITS = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  half: 'half-years',
  year: 'years',
  'two-year': 'two-year periods',
}

/** Plain sentences on what was done with the dates, for the screen and the report. */
export function timelineNotes(timeline: Timeline): string[] {
  const notes: string[] = []
  const { bin, periods, dated, undated, coarse, complete, testable } = timeline
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
  return notes
}

function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count} papers`
}
