import { z } from 'zod'
import { TidemapError } from './error.ts'
import type { DatePrecision } from './paper.ts'

/** The widths of a period, finest first. */
export const BINS = ['day', 'week', 'month', 'quarter', 'half', 'year', 'two-year'] as const
export const Bin = z.enum(BINS).meta({ id: 'Bin' })
export type Bin = z.infer<typeof Bin>

/** What a person may ask for: a bin, or `auto` for the rule of `chooseBin`. */
export const BinChoice = z.enum(['auto', ...BINS])
export type BinChoice = z.infer<typeof BinChoice>

/** A day as the number of days since 1970-01-01, proleptic Gregorian, no time zone. */
export type DayNumber = number

/**
 * Day number of a civil date.
 * Formula: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** Civil date of a day number (civil_from_days of the same source). */
export function civilDate(days: DayNumber): { year: number; month: number; day: number } {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** A date as the days it may mean: `2024` is [2024-01-01, 2024-12-31]. */
export interface DateSpan {
  first: DayNumber
  last: DayNumber
  precision: DatePrecision
}

/** Reads `2024`, `2024-11` or `2024-11-21`; throws `bad-request` for anything else. */
export function dateSpan(date: string): DateSpan {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!match)
    throw new TidemapError('bad-request', `unknown date: ${date}`, { hint: 'write 2024, 2024-11 or 2024-11-21' })
  const year = Number(match[1])
  if (match[2] === undefined) {
    return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31), precision: 'year' }
  }
  const month = Number(match[2])
  const length = month >= 1 && month <= 12 ? daysInMonth(year, month) : 0
  if (match[3] === undefined && length > 0) {
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, length), precision: 'month' }
  }
  const day = Number(match[3])
  // Without a day it is a month that no calendar has.
  if (!(day >= 1 && day <= length))
    throw new TidemapError('bad-request', `unknown date: ${date}`, { hint: 'no such day in the calendar' })
  const first = dayNumber(year, month, day)
  return { first, last: first, precision: 'day' }
}

/** Days of a month, 28–31; month is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')

/** A day number as `2024-11-21`. */
export function formatDay(days: DayNumber): string {
  const { year, month, day } = civilDate(days)
  return `${four(year)}-${two(month)}-${two(day)}`
}

/** One period of a bin. */
export interface Period {
  /** `2024-11-21`, `2024-W47`, `2024-11`, `2024-Q4`, `2024-H2`, `2024`, `2023/2024`. */
  label: string
  first: DayNumber
  last: DayNumber
}

/**
 * The period of a bin that holds a day. Weeks are ISO 8601 (Monday first); two-year periods end with `pairsEnd` and every second year
 * before and after it, default with even years.
 */
export function periodOf(days: DayNumber, bin: Bin, pairsEnd = 0): Period {
  const { year, month } = civilDate(days)
  switch (bin) {
    case 'day':
      return { label: formatDay(days), first: days, last: days }
    case 'week': {
      const monday = days - ((((days + 3) % 7) + 7) % 7)
      // The ISO year of a week is the year of its Thursday.
      const isoYear = civilDate(monday + 3).year
      const week = Math.floor((monday + 3 - dayNumber(isoYear, 1, 1)) / 7) + 1
      return { label: `${four(isoYear)}-W${two(week)}`, first: monday, last: monday + 6 }
    }
    case 'month':
      return months(year, month, 1, `${four(year)}-${two(month)}`)
    case 'quarter': {
      const quarter = Math.floor((month - 1) / 3)
      return months(year, quarter * 3 + 1, 3, `${four(year)}-Q${quarter + 1}`)
    }
    case 'half': {
      const half = month <= 6 ? 0 : 1
      return months(year, half * 6 + 1, 6, `${four(year)}-H${half + 1}`)
    }
    case 'year':
      return months(year, 1, 12, four(year))
    case 'two-year': {
      const start = (year - pairsEnd) % 2 === 0 ? year - 1 : year
      return {
        label: `${four(start)}/${four(start + 1)}`,
        first: dayNumber(start, 1, 1),
        last: dayNumber(start + 1, 12, 31),
      }
    }
  }
}

function months(year: number, first: number, count: number, label: string): Period {
  const last = first + count - 1
  return { label, first: dayNumber(year, first, 1), last: dayNumber(year, last, daysInMonth(year, last)) }
}

/** Every period of a bin from the one that holds `first` to the one that holds `last`, without gaps; `pairsEnd` as in `periodOf`. */
export function periodsBetween(first: DayNumber, last: DayNumber, bin: Bin, pairsEnd = 0): Period[] {
  const periods: Period[] = []
  const next = (day: DayNumber): Period => periodOf(day, bin, pairsEnd)
  for (let period = next(first); period.first <= last; period = next(period.last + 1)) periods.push(period)
  return periods
}

/** The last year of which a date reaches the end: `lastDay` is the last day that it may mean. */
export function lastWholeYear(lastDay: DayNumber): number {
  return civilDate(lastDay + 1).year - 1
}

/** Whether a date falls into exactly one period of the bin (a year-only date fits no month). */
export function fitsBin(precision: DatePrecision, bin: Bin): boolean {
  if (precision === 'day') return true
  if (precision === 'month') return bin !== 'day' && bin !== 'week'
  return bin === 'year' || bin === 'two-year'
}
