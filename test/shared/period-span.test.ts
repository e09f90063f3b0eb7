import { expect, it } from 'vitest'
import { periodSpan } from '../../shared/period-span.ts'
import { BINS, formatDay, periodOf, dayNumber } from '../../shared/period.ts'

it.each(BINS)('reads back the name of every %s', (bin) => {
  for (let day = dayNumber(2019, 12, 20); day < dayNumber(2021, 1, 20); day += 3) {
    const { label, first, last } = periodOf(day, bin)
    expect(periodSpan(label)).toEqual({ first, last })
  }
})

it('takes a week of ISO 8601', () => {
  expect(formatDay(periodSpan('2020-W53')!.first)).toBe('2020-12-28')
})

it.each(['2024-Q5', '2024-W54', '2021-W53', '2024-H3', '2024-13', '2024-02-30', '2023/2025', '2022/2023', 'soon', ''])(
  'does not know %j',
  (name) => {
    expect(periodSpan(name)).toBeNull()
  },
)
