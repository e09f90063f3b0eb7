import { expect, it } from 'vitest'
import { PeriodName, periodRange, periodSpan, readPeriod } from '../../shared/period-span.ts'
import { BINS, formatDay, periodOf, dayNumber } from '../../shared/period.ts'

it.each(BINS)('reads back the name of every %s', (bin) => {
  for (let day = dayNumber(2019, 12, 20); day < dayNumber(2021, 1, 20); day += 3) {
    const { label, first, last } = periodOf(day, bin)
    expect(periodSpan(label)).toEqual({ first, last })
  }
})

it('takes any two years that follow each other', () => {
  for (const name of ['2022/2023', '2023/2024'])
    expect(periodSpan(name)).toEqual({
      first: dayNumber(Number(name.slice(0, 4)), 1, 1),
      last: dayNumber(Number(name.slice(5)), 12, 31),
    })
})

it('takes a week of ISO 8601', () => {
  expect(formatDay(periodSpan('2020-W53')!.first)).toBe('2020-12-28')
})

it.each(['2024-Q5', '2024-W54', '2021-W53', '2024-H3', '2024-13', '2024-02-30', '2023/2025', '2023/2022', 'soon', ''])(
  'does not know %j',
  (name) => {
    expect(periodSpan(name)).toBeNull()
  },
)

it('reads from one period to another, either end open', () => {
  const [first, last] = [dayNumber(2023, 10, 1), dayNumber(2024, 6, 30)]
  expect(periodRange('2023-Q4..2024-H1')).toEqual({ first, last })
  expect(periodRange('2023-Q4 ..')).toEqual({ first, last: Infinity })
  expect(periodRange('..2024-06')).toEqual({ first: -Infinity, last })
  expect(periodRange('2024-02')).toEqual(periodSpan('2024-02'))
  for (const text of ['..', '', '2023..2024..2025', '2024..soon']) expect(periodRange(text), text).toBeNull()
})

it('says what a period may be where a name is none', () => {
  expect(() => readPeriod('2024-Q5')).toThrow('unknown period: 2024-Q5')
  expect(PeriodName.safeParse('2024-Q5').error!.issues[0].message).toMatch(/^unknown period: write 2024, .*2024-Q4/)
  expect(PeriodName.parse('2024-W07')).toBe('2024-W07')
})
