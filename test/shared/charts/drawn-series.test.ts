import { describe, expect, it } from 'vitest'
import { cutToStart } from '../../../shared/charts/same-start.ts'
import { smoothSeries } from '../../../shared/charts/smooth-series.ts'
import { trendLayout } from '../../../shared/charts/trend-layout.ts'
import type { TrendSeries } from '../../../shared/charts/trend-series.ts'

const line = (id: string, papers: readonly number[], first = 2018): TrendSeries => ({
  id,
  label: id,
  color: '#0072b2',
  points: papers.map((count, i) => ({
    period: String(first + i),
    papers: count,
    total: 100,
    share: count / 100,
    low: 0,
    high: 1,
    complete: i < papers.length - 1,
  })),
})
const options = { width: 720, height: 320, mode: 'share', selected: null, endLabels: false, fontSize: 12 } as const

describe('lines from the same start', () => {
  it('begin with their first period of enough papers, and name those that never have them', () => {
    const { series, none } = cutToStart([line('a', [0, 4, 9, 2]), line('b', [5, 0, 0, 0]), line('c', [1, 1, 1, 1])], 5)
    expect(series.map(({ id, points }) => [id, points[0].period])).toEqual([['a', '2020'], ['b', '2018']]) // prettier-ignore
    expect(none).toEqual(['c'])
  })

  it('stand at the same place, whatever their periods, over an axis that counts', () => {
    const { series } = cutToStart([line('a', [0, 0, 9, 2]), line('b', [7, 1, 1, 1])], 5)
    const { lines, xTicks, toDate } = trendLayout(series, { ...options, sameStart: true })
    expect(lines[0].dots[0].x).toBe(lines[1].dots[0].x)
    expect(lines[1].dots).toHaveLength(4)
    expect(xTicks.slice(0, 2).map(({ label }) => label)).toEqual(['start', '+1'])
    expect(toDate).toBeNull()
    const named = trendLayout(series, { ...options, endLabels: true, sameStart: true }).lines[0]
    expect(named.label!.x - named.dots.at(-1)!.x).toBe(12)
  })
})

describe('smoothed lines', () => {
  it('run through the shares of periods together, while the points stay', () => {
    const raw = [line('a', [0, 30, 0, 6])]
    const smoothed = smoothSeries(raw, 1)
    expect(smoothed[0].points.map((point) => point.smoothed)).toEqual([0.15, 0.1, 0.15, null])
    const [before, after] = [raw, smoothed].map((series) => trendLayout(series, options).lines[0])
    expect(after.path).not.toBe(before.path)
    expect(after.dots.map(({ y }) => y)).toEqual(before.dots.map(({ y }) => y))
  })

  it('are as they were without a width, and in counts', () => {
    const raw = [line('a', [0, 30, 0, 6])]
    expect(smoothSeries(raw, 0)).toEqual(raw)
    const counts = [raw, smoothSeries(raw, 2)].map((series) => trendLayout(series, { ...options, mode: 'counts' }))
    expect(counts[1].lines[0].path).toBe(counts[0].lines[0].path)
  })
})
