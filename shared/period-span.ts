import { dateSpan, dayNumber, periodOf, type Bin, type DayNumber, type Period } from './period.ts'

const BIN_OF_SIGN: Record<string, Bin> = { W: 'week', Q: 'quarter', H: 'half' }

/**
 * The days of a period by its name: `2024-11-21`, `2024-W47`, `2024-11`, `2024-Q4`, `2024-H2`, `2024`, `2023/2024`; null for a name that
 * none has.
 */
export function periodSpan(name: string): { first: DayNumber; last: DayNumber } | null {
  const period = namedPeriod(name)
  // `2024-Q9` would lie in another year, and has another name there.
  if (period !== null) return period.label === name ? { first: period.first, last: period.last } : null
  try {
    const { first, last } = dateSpan(name)
    return { first, last }
  } catch {
    return null
  }
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
  const years = /^(\d{4})\/\d{4}$/.exec(name)
  return years ? periodOf(dayNumber(Number(years[1]), 1, 1), 'two-year') : null
}
