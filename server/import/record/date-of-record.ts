import type { DatePrecision } from '../../../shared/paper.ts'
import { daysInMonth } from '../../../shared/period.ts'
import type { ColumnField } from './columns.ts'
import { readDate, writeDate } from './dates.ts'
import type { PartialDate } from './dates.ts'
import { cleanText } from './text.ts'
import { dateTextOf, textOf, unknownDate } from './values.ts'

type First = <T>(field: ColumnField, read: (value: unknown) => T | null) => T | null

interface RecordDate {
  date: string | null
  datePrecision: DatePrecision | null
}

const NO_DATE: RecordDate = { date: null, datePrecision: null }

/**
 * The date of a record: from a date column, else put together from a year's, a month's and what a date column says without
 * a year (`NOV 15`). Throws `unprocessable` for a date that cannot be.
 */
export function dateOf(first: First, fallback: string | null): RecordDate {
  /** What date columns said that is no date by itself. */
  const part: { date: PartialDate | null; written: unknown } = { date: null, written: null }
  const readWhole = (value: unknown): PartialDate | null => {
    const text = dateTextOf(value)
    const date = text === null ? 'none' : readDate(text)
    if (date === 'none') return null
    // Words beside a column with the year are no reason to refuse; numbers that cannot be a date are.
    if (date === null && /\d{4}/.test(text as string) && !/\p{L}{3}/u.test(text as string)) throw unknownDate(value)
    if (date?.year != null) return date
    part.date ??= date
    part.written ??= value
    return null
  }
  const whole = first('date', readWhole)
  if (whole?.month != null) return written(whole)
  const year = whole?.year ?? first('year', yearOf)
  if (year !== null) {
    const rest = part.date ?? first('month', monthOf)
    return rest === null ? writeDate(year, null, null) : written(dayThatIs(year, rest))
  }
  const last = fallback === null ? null : readDate(fallback)
  if (last !== null && last !== 'none') return written(last)
  const late = first('lateDate', readWhole)
  if (late !== null) return written(late)
  if (part.written !== null) throw unknownDate(part.written)
  return NO_DATE
}

/** A month and day in a year, without the day where that year has no such day. */
function dayThatIs(year: number, { month, day }: PartialDate): PartialDate {
  return { year, month, day: day !== null && month !== null && day <= daysInMonth(year, month) ? day : null }
}

function written({ year, month, day }: PartialDate): RecordDate {
  return year === null ? NO_DATE : writeDate(year, month, day)
}

function yearOf(value: unknown): number | null {
  const text = dateTextOf(value)
  const date = text === null ? 'none' : readDate(text)
  if (date === 'none') return null
  if (date === null || date.year === null) throw unknownDate(value)
  return date.year
}

/** A month column holds a number or a name; anything else (`Jan-Feb`) leaves the year alone. */
function monthOf(value: unknown): PartialDate | null {
  const text = textOf(value) ?? ''
  if (/^\d{1,2}$/.test(text)) {
    const month = Number(text)
    return month >= 1 && month <= 12 ? { year: null, month, day: null } : null
  }
  const date = readDate(text)
  return date === null || date === 'none' || date.month === null
    ? null
    : { year: null, month: date.month, day: date.day }
}

/** What Embase says in its one `Source` column: `Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004`. */
export function embaseSource(values: Map<string, unknown>): { venue: string | null; date: string | null } {
  const source = values.get('source')
  if (typeof source !== 'string') return { venue: null, date: null }
  const match = /^(.{1,300}?) \((\d{4})\).{0,200}?Date of Publication: ([^.;]{4,40})/.exec(cleanText(source))
  return match ? { venue: match[1], date: match[3] } : { venue: null, date: null }
}
