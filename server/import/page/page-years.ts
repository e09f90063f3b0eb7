import { dayNumber, daysInMonth, civilDate, dateSpan, formatDay } from '../../../shared/period.ts'
import type { DayNumber } from '../../../shared/period.ts'
import type { PartialDate } from '../record/dates.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** How far a search for a year goes: a 29 February comes within 8 years. */
const YEARS = 8

/** The last day that a date with a year may mean, or null where that year has no such day. */
function lastDay(year: number, month: number, day: number | null): DayNumber | null {
  const length = daysInMonth(year, month)
  if (day !== null && day > length) return null
  return dayNumber(year, month, day ?? length)
}

/** The latest year in which a month and day do not come after a limit. */
function latestYear(date: PartialDate, limit: DayNumber): number | null {
  const { year } = civilDate(limit)
  for (let y = year; y > year - YEARS; y--) {
    const last = lastDay(y, date.month as number, date.day)
    if (last !== null && last <= limit) return y
  }
  return null
}

/** The earliest year in which a month and day do not come before a limit. */
function earliestYear(date: PartialDate, limit: DayNumber): number | null {
  const { year } = civilDate(limit)
  for (let y = year; y < year + YEARS; y++) {
    const last = lastDay(y, date.month as number, date.day)
    if (last !== null && last >= limit) return y
  }
  return null
}

/** The day of a page, and the sentence that says how it is known. */
export interface PageDay {
  day: DayNumber
  note: string
}

/**
 * The day of a page. With a year it is as written; without, the earliest that puts no explicitly dated paper after it;
 * without any explicit year, the latest that is not after `asOf`; and a page without a date is taken to be of `asOf`.
 */
export function pageDay(page: PartialDate | null, explicit: PartialDate[], asOf: string): PageDay {
  const today = dateSpan(asOf).last
  if (page === null) return { day: today, note: `the page shows no date: ${formatDay(today)} was taken` }
  const written = [MONTHS[(page.month ?? 1) - 1], page.day].filter((part) => part !== null).join(' ')
  if (page.year !== null) {
    return { day: lastDay(page.year, page.month ?? 12, page.day) ?? today, note: `the page is of ${page.year}` }
  }
  const known = explicit.map(({ year, month, day }) => dayNumber(year as number, month ?? 1, day ?? 1))
  const newest = known.reduce((latest, next) => Math.max(latest, next), Number.NEGATIVE_INFINITY)
  if (newest > Number.NEGATIVE_INFINITY) {
    const year = earliestYear(page, newest) as number
    const day = lastDay(year, page.month as number, page.day) as number
    return {
      day,
      note: `the page's ${written} was taken as ${formatDay(day)}, the first not before its newest dated paper (${formatDay(newest)})`,
    }
  }
  const year = latestYear(page, today) as number
  const day = lastDay(year, page.month as number, page.day) as number
  return { day, note: `the page's ${written} was taken as ${formatDay(day)}, the last up to ${formatDay(today)}` }
}

/** The year of a paper's date that has none: the latest that puts the paper not after its page. */
export function yearOnPage(date: PartialDate, page: DayNumber): number {
  return latestYear(date, page) ?? civilDate(page).year
}
