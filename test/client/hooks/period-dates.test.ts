import { describe, expect, it } from 'vitest'
import { periodDates } from '../../../client/hooks/period-dates.ts'
import { BINS, dateSpan, dayNumber, periodOf } from '../../../shared/period.ts'

describe('periodDates', () => {
  it.each(BINS)('spans just the period: %s', (bin) => {
    for (const day of [
      dayNumber(2024, 12, 30),
      dayNumber(2020, 12, 31),
      dayNumber(2021, 1, 1),
      dayNumber(2019, 6, 5),
    ]) {
      const period = periodOf(day, bin)
      const { from, to } = periodDates(period.label)!
      expect([dateSpan(from).first, dateSpan(to).last]).toEqual([period.first, period.last])
    }
  })
  it('knows nothing else', () => {
    expect(periodDates('soon')).toBeNull()
  })
})
