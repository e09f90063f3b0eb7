import { describe, expect, it } from 'vitest'
import {
  BINS,
  civilDate,
  dateSpan,
  dayNumber,
  fitsBin,
  lastWholeYear,
  formatDay,
  periodOf,
  periodsBetween,
} from '../../shared/period.ts'

describe('days', () => {
  it('counts from 1970 and back', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(2000, 3, 1)).toBe(11_017)
    for (const day of [-719_162, -1, 0, 59, 60, 11_016, 20_000, 2_932_896]) {
      const { year, month, day: date } = civilDate(day)
      expect(dayNumber(year, month, date)).toBe(day)
    }
    expect(formatDay(dayNumber(9999, 12, 31))).toBe('9999-12-31')
    expect(formatDay(dayNumber(1, 1, 1))).toBe('0001-01-01')
  })

  it('reads dates as the days that they may mean', () => {
    expect(dateSpan('2024')).toEqual({ first: dayNumber(2024, 1, 1), last: dayNumber(2024, 12, 31), precision: 'year' })
    expect(dateSpan('2024-02').last).toBe(dayNumber(2024, 2, 29))
    expect(dateSpan('1900-02').last).toBe(dayNumber(1900, 2, 28))
    expect(dateSpan('2024-11-21').first).toBe(dateSpan('2024-11-21').last)
  })

  it.each(['2024-13', '2024-00', '2024-02-30', '2024-13-01', '2024-1', '24', '', '2024-11-21T00:00', 'May 2020'])(
    'refuses %j',
    (date) => {
      expect(() => dateSpan(date)).toThrow('unknown date')
    },
  )
})

describe('periods', () => {
  const label = (date: string, bin: (typeof BINS)[number]): string => periodOf(dateSpan(date).first, bin).label

  it('are labelled as the contract says', () => {
    expect(BINS.map((bin) => label('2024-11-21', bin))).toEqual([
      '2024-11-21',
      '2024-W47',
      '2024-11',
      '2024-Q4',
      '2024-H2',
      '2024',
      '2023/2024',
    ])
    expect(label('2025-01-01', 'two-year')).toBe('2025/2026')
  })

  it('of two years end where they are told to', () => {
    const of = (date: string, end: number) => periodOf(dateSpan(date).first, 'two-year', end).label
    expect([of('2023-05', 2023), of('2024-05', 2023), of('2022', 2021)]).toEqual([
      '2022/2023',
      '2024/2025',
      '2022/2023',
    ])
    const labels = periodsBetween(dayNumber(2019, 3, 1), dayNumber(2024, 3, 1), 'two-year', 2023).map(
      (one) => one.label,
    )
    expect(labels).toEqual(['2018/2019', '2020/2021', '2022/2023', '2024/2025'])
    expect(['2023-12-31', '2023-12-30', '2024'].map((date) => lastWholeYear(dateSpan(date).last))).toEqual([
      2023, 2022, 2024,
    ])
  })

  it('know the weeks of ISO 8601 at the turn of the year', () => {
    expect(label('2021-01-03', 'week')).toBe('2020-W53')
    expect(label('2024-12-30', 'week')).toBe('2025-W01')
    expect(label('2023-01-01', 'week')).toBe('2022-W52')
  })

  it.each(BINS)('of a %s follow each other without a gap', (bin) => {
    const first = dayNumber(2019, 12, 25)
    const periods = periodsBetween(first, first + 900, bin)
    expect(periods[0].first).toBeLessThanOrEqual(first)
    expect(periods.at(-1)!.last).toBeGreaterThanOrEqual(first + 900)
    for (let i = 1; i < periods.length; i++) expect(periods[i].first).toBe(periods[i - 1].last + 1)
    expect(new Set(periods.map((period) => period.label)).size).toBe(periods.length)
  })

  it('take only dates that are precise enough', () => {
    expect(BINS.filter((bin) => fitsBin('year', bin))).toEqual(['year', 'two-year'])
    expect(BINS.filter((bin) => fitsBin('month', bin))).toEqual(['month', 'quarter', 'half', 'year', 'two-year'])
    expect(BINS.filter((bin) => fitsBin('day', bin))).toEqual([...BINS])
  })
})
