import { z } from 'zod'
import { TidemapError } from './error.ts'
import { dateSpan, dayNumber, periodOf, type Bin, type DayNumber, type Period } from './period.ts'

/** How people write a period, for hints. */
export const PERIOD_EXAMPLES = '2024, 2024-11, 2024-11-21, 2024-Q4, 2024-H2 or 2024-W07'

/** The name of a period, as a filter takes it. */
export const PeriodName = z
  .string()
  .max(10)
  .refine((name) => periodSpan(name) !== null, `unknown period: write ${PERIOD_EXAMPLES}`)

const BIN_OF_SIGN: Record<string, Bin> = { W: 'week', Q: 'quarter', H: 'half' }

/**
 * The days of a period by its name: `2024-11-21`, `2024-W47`, `2024-11`, `2024-Q4`, `2024-H2`, `2024`, `2023/2024`; null for a name that
 * none has.
 */
export function periodSpan(name: string): { first: DayNumber; last: DayNumber } | null {
  const period = namedPeriod(name)
  // `2024-Q9` would lie in another year, and `2021/2024` be shorter: they have other names there.
  if (period !== null) return period.label === name ? { first: period.first, last: period.last } : null
  try {
    const { first, last } = dateSpan(name)
    return { first, last }
  } catch {
    return null
  }
}

/** The days of a period by its name. Throws `bad-request` for a name that none has. */
export function readPeriod(name: string): { first: DayNumber; last: DayNumber } {
  const span = periodSpan(name)
  if (span !== null) return span
  throw new TidemapError('bad-request', `unknown period: ${name}`, { hint: `write ${PERIOD_EXAMPLES}` })
}

/**
 * The days from one period to another, `2023-Q4..2024-H1`, with either end open, or of one period; ±Infinity for an open end, null where
 * an end is no period or both are open.
 */
export function periodRange(text: string): { first: number; last: number } | null {
  const [from, to = from, ...more] = text.split('..').map((name) => name.trim())
  const first = from === '' ? -Infinity : periodSpan(from)?.first
  const last = to === '' ? Infinity : periodSpan(to)?.last
  if (first === undefined || last === undefined || more.length > 0 || (from === '' && to === '')) return null
  return { first, last }
}

function namedPeriod(name: string): Period | null {
  const part = /^(\d{4})-([WQH])(\d{1,2})$/.exec(name)
  if (part) {
    const [year, place] = [Number(part[1]), Number(part[3])]
    const months = part[2] === 'Q' ? 3 : 6
    // 4 January always lies in week 1 of ISO 8601.
    const day = part[2] === 'W' ? dayNumber(year, 1, 4) + (place - 1) * 7 : dayNumber(year, (place - 1) * months + 1, 1)
    return periodOf(day, BIN_OF_SIGN[part[2]])
  }
  const years = /^\d{4}\/(\d{4})$/.exec(name)
  return years ? periodOf(dayNumber(Number(years[1]), 1, 1), 'two-year', Number(years[1])) : null
}
