import { describe, expect, it } from 'vitest'
import { countPeriods, datesOf, pairsEndOf, runOf, timeBins } from '../../../../client/views/explore/time-bins.ts'
import { snap } from '../../../../client/views/explore/use-brush.ts'
import { besidePoint } from '../../../../client/views/explore/beside-point.ts'
import { nearestPlaces } from '../../../../client/views/explore/nearest-places.ts'
import { NO_DAY, type MapColumns } from '../../../../shared/map.ts'
import { dateSpan } from '../../../../shared/period.ts'

function mapOf(dates: (string | null)[]): MapColumns {
  const n = dates.length
  return {
    n,
    x: Float32Array.from(dates, (_, i) => i),
    y: new Float32Array(n),
    day: Int32Array.from(dates, (date) => (date === null ? NO_DAY : dateSpan(date).first)),
    topic: new Uint16Array(n),
    runnerUp: new Uint16Array(n),
    flags: new Uint8Array(n),
    ids: dates.map((_, i) => `p${i}`),
  }
}

describe('the time brush', () => {
  const bins = timeBins(mapOf(['2016', '2018-03', null, '2018-11-02', '2019']), 'year')!

  it('counts papers per period, gaps included, all or those in focus', () => {
    expect(bins.periods.map((period) => period.label)).toEqual(['2016', '2017', '2018', '2019'])
    expect(countPeriods(bins, null)).toEqual([1, 0, 2, 1])
    expect(countPeriods(bins, Uint8Array.of(1, 1, 1, 0, 0))).toEqual([1, 0, 1, 0])
  })
  it('finds the run of periods that its own dates name', () => {
    const { from, to } = datesOf(bins.periods, 1, 2)
    expect(runOf(bins.periods, dateSpan(from).first, dateSpan(to).last)).toEqual([1, 2])
    expect(runOf(bins.periods, dateSpan('2030').first, Infinity)).toBeNull()
  })
  it('takes a coarser bin where bars would be too thin', () => {
    expect(timeBins(mapOf(['1990-01-01', '2020-01-01']), 'day')!.bin).toBe('quarter')
  })
  it('pairs years as the trends do', () => {
    const labels = (end: number) =>
      timeBins(mapOf(['2020', '2023-04-01']), 'two-year', end)!.periods.map(({ label }) => label)
    expect(labels(pairsEndOf([{ period: '2020/2021' }, { period: '2022/2023' }]))).toEqual(['2020/2021', '2022/2023'])
    expect(labels(pairsEndOf([{ period: '2023' }]))).toEqual(['2019/2020', '2021/2022', '2023/2024'])
    expect(pairsEndOf([])).toBe(0)
  })
  it('is not there without dates', () => {
    expect(timeBins(mapOf([null, null]), 'year')).toBeNull()
  })
})

describe('besidePoint', () => {
  const card = { offsetWidth: 300, offsetHeight: 100 }
  it.each([
    [10, 10],
    [790, 590],
    [400, 300],
    [600, 5],
  ])('never leaves the map: %d, %d', (x, y) => {
    const { left, top } = besidePoint({ x, y }, card, { width: 800, height: 600 })
    expect(left).toBeGreaterThanOrEqual(8)
    expect(left + 300).toBeLessThanOrEqual(792)
    expect(top).toBeGreaterThanOrEqual(8)
    expect(top + 100).toBeLessThanOrEqual(592)
  })
})

describe('nearestPlaces', () => {
  it('gives the nearest first, the paper itself left out', () => {
    expect(nearestPlaces(mapOf(['2016', '2016', '2016', '2016']), 1, 2)).toEqual([0, 2])
    expect(nearestPlaces(mapOf(['2016']), 0, 5)).toEqual([])
  })
})

describe('snap', () => {
  it.each<[[number, number], [number, number]]>([
    [
      [0, 400],
      [0, 3],
    ],
    [
      [120, 260],
      [1, 2],
    ],
    [
      [130, 140],
      [1, 1],
    ],
    [
      [399, 400],
      [3, 3],
    ],
  ])('%j covers the periods %j', (pixels, run) => {
    expect(snap(pixels, 100, 4)).toEqual(run)
  })
})
