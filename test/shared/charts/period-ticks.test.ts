import { expect, it } from 'vitest'
import { periodTicks } from '../../../shared/charts/period-ticks.ts'
import { BINS, dayNumber, periodsBetween } from '../../../shared/period.ts'
import { textWidth } from '../../../shared/charts/text-width.ts'

const labels = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index))

it('labels every year where there is room, else round years', () => {
  expect(periodTicks(labels(2016, 2020), 60, 12).map((tick) => tick.label)).toEqual([
    '2016',
    '2017',
    '2018',
    '2019',
    '2020',
  ])
  expect(periodTicks(labels(1963, 2024), 10, 12).map((tick) => tick.label)).toEqual(['1965', '1970', '1975', '1980', '1985', '1990', '1995', '2000', '2005', '2010', '2015', '2020']) // prettier-ignore
})

it('keeps labels apart where periods are missing', () => {
  const gappy = ['2006', '2008', '2010', '2012', '2014', '2016', ...labels(2017, 2024)]
  expect(periodTicks(gappy, 22, 12).map((tick) => tick.label)).toEqual(['2006', '2010', '2014', '2018', '2020', '2022', '2024']) // prettier-ignore
})

it('ticks months at the turn of years and quarters', () => {
  const months = periodsBetween(dayNumber(2023, 3, 1), dayNumber(2025, 6, 1), 'month').map((period) => period.label)
  expect(periodTicks(months, 8, 12).map((tick) => tick.label)).toEqual(['Jan 2024', 'Jan 2025'])
  expect(
    periodTicks(months, 26, 12)
      .map((tick) => tick.label)
      .slice(0, 3),
  ).toEqual(['Apr 2023', 'Jul 2023', 'Oct 2023'])
})

it('keeps labels apart for every bin, and always gives one', () => {
  for (const bin of BINS) {
    for (const step of [2, 5, 11, 30, 90]) {
      const periods = periodsBetween(dayNumber(2001, 2, 3), dayNumber(bin === 'day' ? 2001 : 2024, 6, 1), bin).map(
        (period) => period.label,
      )
      const ticks = periodTicks(periods, step, 12)
      expect(ticks.length).toBeGreaterThan(0)
      for (let index = 1; index < ticks.length; index++) {
        const distance = (ticks[index].index - ticks[index - 1].index) * step
        expect(distance).toBeGreaterThan(
          (textWidth(ticks[index].label, 12) + textWidth(ticks[index - 1].label, 12)) / 2,
        )
      }
    }
  }
  expect(periodTicks([], 10, 12)).toEqual([])
})
