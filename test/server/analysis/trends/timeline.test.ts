import { describe, expect, it } from 'vitest'
import { datesOf } from '../../../../server/analysis/trends/dates.ts'
import { buildTimeline, chooseBin } from '../../../../server/analysis/trends/timeline.ts'
import { paper } from '../../../support/planted-papers.ts'

const dates = (list: (string | null)[]) => datesOf(list.map((date, i) => paper({ id: String(i), date })))
const two = (n: number): string => String(n).padStart(2, '0')
const repeat = (count: number, date: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => date(i))

describe('the choice of the bin', () => {
  it('takes the finest that is well filled', () => {
    expect(chooseBin(dates(repeat(400, (i) => `2024-${two(1 + (i % 12))}-${two(1 + (i % 28))}`)))).toEqual({
      bin: 'month',
      enough: true,
    })
    expect(chooseBin(dates(repeat(300, (i) => String(2010 + (i % 8)))))).toEqual({ bin: 'year', enough: true })
    expect(chooseBin(dates(repeat(1200, (i) => `2024-03-${two(1 + (i % 28))}`)))).toEqual({ bin: 'day', enough: true })
  })
  it('makes no more periods than one can look at: weeks of three years, not days', () => {
    const day = (i: number): string =>
      new Date(Date.UTC(2020, 0, 1) + (i % 1096) * 86_400_000).toISOString().slice(0, 10)
    expect(chooseBin(dates(repeat(40 * 1096, day)))).toEqual({ bin: 'week', enough: true })
  })
  it('passes over a bin that leaves many periods all but empty', () => {
    // All papers of a year come in January and February, as for a conference: months and quarters stand empty.
    const yearly = repeat(1600, (i) => `${2004 + (i % 10)}-0${1 + (i % 2)}`)
    expect(chooseBin(dates(yearly))).toEqual({ bin: 'year', enough: true })
  })
  it('falls back on about twelve periods without a verdict', () => {
    expect(chooseBin(dates(repeat(39, (i) => `${2016 + (i % 10)}-05-0${1 + (i % 9)}`)))).toEqual({
      bin: 'year',
      enough: false,
    })
    expect(chooseBin(dates([null, null]))).toEqual({ bin: 'year', enough: false })
  })
  it('keeps coarse dates out of fine bins', () => {
    const half = [...repeat(200, (i) => `2024-${two(1 + (i % 12))}-01`), ...repeat(200, () => '2024')]
    expect(chooseBin(dates(half)).bin).not.toBe('month')
  })
})

describe('the timeline', () => {
  it('fills gaps, counts what it leaves out, and marks what is not over', () => {
    const timeline = buildTimeline(dates(['2020-01-05', '2020-03', '2020-03-31', '2021', null, '2020-04-10']), 'month')
    expect(timeline.periods.map(({ label }) => label)).toEqual(['2020-01', '2020-02', '2020-03', '2020-04'])
    expect([...timeline.totals]).toEqual([1, 0, 2, 1])
    expect([timeline.dated, timeline.undated, timeline.coarse]).toEqual([5, 1, 1])
    // The newest date, 2021, reaches the end of its year.
    expect(timeline.complete).toEqual([true, true, true, true])
  })
  it('is complete only to the newest date', () => {
    expect(buildTimeline(dates(['2019-05', '2020-05-10']), 'year').complete).toEqual([true, false])
    expect(buildTimeline(dates(['2019-05', '2020']), 'year').complete).toEqual([true, true])
    expect(buildTimeline(dates(['2020-04', '2020-05']), 'month').complete).toEqual([true, true])
  })
  it('ends pairs of years with the last whole year', () => {
    const pairs = (newest: string) => {
      const { periods, complete } = buildTimeline(dates(['2019-05', newest]), 'two-year')
      return periods.map(({ label }, i) => `${label}${complete[i] ? '' : '*'}`)
    }
    expect(pairs('2022')).toEqual(['2019/2020', '2021/2022'])
    expect(pairs('2022-08')).toEqual(['2018/2019', '2020/2021', '2022/2023*'])
  })
})
