import { formatDay, periodOf, dayNumber } from '../../shared/period.ts'

/**
 * First and last date of a period's label, as the papers filter takes them: `2024-W47`, `2024-11-21`, `2024-11`,
 * `2024-Q4`, `2024-H2`, `2024`, `2023/2024`. null for anything else.
 */
export function periodDates(label: string): { from: string; to: string } | null {
  const part = /^(\d{4})-([WQH])(\d+)$/.exec(label)
  if (part) {
    const year = Number(part[1])
    const place = Number(part[3])
    if (part[2] === 'W') {
      // 4 January always lies in week 1 of ISO 8601.
      const week = periodOf(dayNumber(year, 1, 4) + (place - 1) * 7, 'week')
      return { from: formatDay(week.first), to: formatDay(week.last) }
    }
    const months = part[2] === 'Q' ? 3 : 6
    const month = (n: number): string => `${part[1]}-${String(n).padStart(2, '0')}`
    return { from: month((place - 1) * months + 1), to: month(place * months) }
  }
  const years = /^(\d{4})\/(\d{4})$/.exec(label)
  if (years) return { from: years[1], to: years[2] }
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(label) ? { from: label, to: label } : null
}
