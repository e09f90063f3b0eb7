import { Buffer } from 'node:buffer'
import type { DatePrecision } from '../../../shared/paper.ts'
import { civilDate, daysInMonth } from '../../../shared/period.ts'
import { monthOfName } from './months.ts'

/** A date as far as it is known; `year` null where only month (and day) are, as in `NOV 15`. */
export interface PartialDate {
  year: number | null
  month: number | null
  day: number | null
}

const SEASON = /^(?:spring|summer|autumn|fall|winter|spr|sum|fal|win|q[1-4]|[1-4]q|h[12]|w\d{1,2})$/
/** Words that may stand beside a date and say nothing about it. */
const FILLER =
  /^(?:published|online|on|in|of|the|date|issue|publication|available|first|accepted|epub|print|c|ca|circa|de|den|le|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|gmt|utc)$/
const UNKNOWN = /^(?:n\.?\s?d\.?|no date|unknown|in press|forthcoming|to appear|tba|submitted|0+|9999|undated|\?+)$/

const FIRST_YEAR = 1400
const LAST_YEAR = 2200

/**
 * Reads a date as papers and exports write it; `none` where it says that there is none (`n.d.`, `0`, `9999`, empty),
 * null where it is unreadable or impossible (`2024-13`). Reads no clock and no zone: a time of day is left out.
 * Where day and month cannot be told apart (`05/12/2020`), and where it names a season or several months, the year stays.
 */
export function readDate(written: string): PartialDate | 'none' | null {
  const text = written.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (text === '' || UNKNOWN.test(text)) return 'none'
  if (text.length > 60) return null
  const date = readNumbers(text) ?? readWords(text)
  if (date === null || date === 'none') return date
  return checked(date)
}

const [ZERO, DASH] = Buffer.from('0-')

/** Whether bytes[start…start + length) are a day or month that is, such as `2024-05-01` or `2024-05`: read and written, it stays as it is. */
export function isIsoDate(bytes: Uint8Array, start: number, length: number): boolean {
  if ((length !== 7 && length !== 10) || bytes[start + 4] !== DASH) return false
  const year = 100 * twoDigits(bytes, start) + twoDigits(bytes, start + 2)
  const month = twoDigits(bytes, start + 5)
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12)) return false
  if (length === 7) return true
  const day = twoDigits(bytes, start + 8)
  return bytes[start + 7] === DASH && day >= 1 && day <= daysInMonth(year, month)
}

/** NaN for what is no number of two digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [bytes[at] - ZERO, bytes[at + 1] - ZERO]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN
}

function readNumbers(text: string): PartialDate | 'none' | null {
  // 2024, 2024.0, 2014//, [2005], 2005?, c2005, 2020a
  let match = /^[[(©c]*(\d{4})(?:\.0*|[a-f])?[\])?]*\/*$/.exec(text)
  if (match) return yearOnly(match[1])
  // 2024-05, 2024/5/1, 2024.05.01, 2014/05/12/, 2020-05-01T00:00:00Z, 2020-05-01 10:00
  match =
    /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[t ]\d{1,2}:[\d:.,]*\s?(?:z|utc|gmt|[-+]\d{2}:?\d{2})?|\/+)?$/.exec(
      text,
    )
  if (match) return ymd(match[1], match[3], match[4] ?? '0')
  match = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (match) return ymd(match[1], match[2], match[3])
  match = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text)
  if (match) return ymd(match[1], match[2], '0')
  // 2019-2020: an issue over the turn of the year, counted where it begins
  match = /^(\d{4}) ?[-/–] ?(\d{4})$/.exec(text)
  if (match) return yearOnly(match[1])
  match = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (match) return ymd(match[2], match[1], '0')
  match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d{1,2}:[\d:]*(?: ?[ap]m)?)?$/.exec(text)
  if (match) return dayAndMonth(Number(match[1]), Number(match[3]), match[4], match[2] === '.')
  // Milliseconds or seconds since 1970, as some APIs give them
  if (/^\d{12,13}$/.test(text)) return civilDate(Math.floor(Number(text) / 86_400_000))
  if (/^1\d{9}$/.test(text)) return civilDate(Math.floor(Number(text) / 86_400))
  return null
}

const yearOnly = (year: string): PartialDate | 'none' =>
  UNKNOWN.test(year) ? 'none' : { year: Number(year), month: null, day: null }

/** A month or day of 0 is a blank that an export filled in. */
function ymd(year: string, month: string, day: string): PartialDate | 'none' {
  if (UNKNOWN.test(year)) return 'none'
  const monthNumber = Number(month)
  const dayNumber = monthNumber === 0 ? 0 : Number(day)
  return { year: Number(year), month: monthNumber || null, day: dayNumber || null }
}

function dayAndMonth(a: number, b: number, year: string, dayFirst: boolean): PartialDate | 'none' | null {
  if (UNKNOWN.test(year)) return 'none'
  if (dayFirst || a > 12 || a === b) return { year: Number(year), month: b, day: a }
  if (b > 12) return { year: Number(year), month: a, day: b }
  return a < 1 || b < 1 ? null : { year: Number(year), month: null, day: null }
}

/** `12 May 2020`, `May 12, 2020`, `2020 Jan-Feb`, `Spring 2020`, `Tue, 07 Nov 2023 10:00:00 GMT`, `Dec 16`. */
function readWords(text: string): PartialDate | 'none' | null {
  const words = text
    .replace(/ \d{1,2}:\d{2}.*$/, '')
    .split(/[\s,./()[\]'–-]+/)
    .filter((word) => word !== '')
  let year: number | null = null
  let day: number | null = null
  let coarse = false
  const months: number[] = []
  for (const word of words) {
    const plain = word.replace(/^(\d{1,2})(?:st|nd|rd|th)$/, '$1')
    if (/^\d{4}$/.test(plain)) {
      if (year !== null && year !== Number(plain)) coarse = true
      year ??= Number(plain)
    } else if (/^\d{1,2}$/.test(plain)) {
      // Two days are a conference or an issue over several days.
      if (day !== null) coarse = true
      day ??= Number(plain)
    } else if (monthOfName(plain) !== null) months.push(monthOfName(plain) as number)
    else if (SEASON.test(plain)) coarse = true
    else if (!FILLER.test(plain)) return null
  }
  if (year === 0 || year === 9999) return 'none'
  const month = months[0] ?? null
  if (months.length > 1 && new Set(months).size > 1) return year === null ? null : { year, month: null, day: null }
  if (month === null) return year !== null && day === null ? { year, month: null, day: null } : null
  return { year, month, day: coarse ? null : day }
}

function checked(date: PartialDate): PartialDate | null {
  const { year, month, day } = date
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return null
  if (month !== null && (month < 1 || month > 12)) return null
  // Without a year, a 29 February may be.
  if (day !== null && (month === null || day < 1 || day > daysInMonth(year ?? 2000, month))) return null
  return date
}

/** A date as papers carry it. */
export interface PaperDate {
  date: string
  datePrecision: DatePrecision
}

/** Writes a date that has a year. */
export function writeDate(year: number, month: number | null, day: number | null): PaperDate {
  const y = String(year).padStart(4, '0')
  if (month === null) return { date: y, datePrecision: 'year' }
  const m = String(month).padStart(2, '0')
  if (day === null) return { date: `${y}-${m}`, datePrecision: 'month' }
  return { date: `${y}-${m}-${String(day).padStart(2, '0')}`, datePrecision: 'day' }
}
