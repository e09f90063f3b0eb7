import { describe, expect, it } from 'vitest'
import { trendLayout } from '../../../shared/charts/trend-layout.ts'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import type { TrendSeries } from '../../../shared/charts/trend-series.ts'
import type { TrendPoint } from '../../../shared/trend.ts'

function point(period: string, papers: number, total: number, complete = true): TrendPoint {
  const share = total === 0 ? null : papers / total
  return { period, papers, total, share, low: share, high: share, complete }
}

function seriesOf(id: string, points: TrendPoint[]): TrendSeries {
  return { id, label: id, color: '#0072b2', points }
}

const options = { width: 720, height: 320, mode: 'share', selected: null, endLabels: true, fontSize: 12 } as const
const years = [point('2020', 1, 10), point('2021', 5, 10), point('2022', 2, 10), point('2023', 1, 8, false)]

describe('trendLayout', () => {
  it('starts the axis at 0 and ends it at or above the highest share', () => {
    const layout = trendLayout([seriesOf('a', years)], options)
    expect(layout.yTicks[0]).toEqual({ y: layout.plot.bottom, label: '0%' })
    expect(layout.yTicks.at(-1)).toEqual({ y: layout.plot.top, label: '50%' })
    const half = layout.lines[0].dots[1]
    expect(half.y).toBe(layout.plot.top)
  })

  it('puts periods at even distances in the order of time', () => {
    const { lines, step, xTicks } = trendLayout([seriesOf('a', years)], options)
    const xs = lines[0].dots.map((dot) => dot.x)
    for (let index = 1; index < xs.length; index++) expect(xs[index] - xs[index - 1]).toBeCloseTo(step, 0)
    expect(xTicks.map((tick) => tick.label)).toEqual(['2020', '2021', '2022', '2023'])
  })

  it('breaks the line where there is nothing to divide, and does not in counts', () => {
    const points = [point('2020', 1, 10), point('2021', 0, 0), point('2022', 2, 10)]
    const share = trendLayout([seriesOf('a', points)], options).lines[0]
    expect(share.path.match(/M/g)).toHaveLength(2)
    expect(share.dots).toHaveLength(2)
    const counts = trendLayout([seriesOf('a', points)], { ...options, mode: 'counts' }).lines[0]
    expect(counts.path.match(/M/g)).toHaveLength(1)
  })

  it('hatches the incomplete period and draws the way into it apart', () => {
    const layout = trendLayout([seriesOf('a', years)], options)
    expect(layout.toDate?.x).toBeCloseTo(layout.plot.left + 3 * layout.step, 0)
    expect(layout.toDate?.strokes).toMatch(/^M/)
    expect(layout.lines[0].path.split('L')).toHaveLength(3)
    expect(layout.lines[0].toDatePath.split('L')).toHaveLength(2)
    expect(trendLayout([seriesOf('a', years.slice(0, 3))], options).toDate).toBeNull()
  })

  it('shows the interval of a single series, and else of the selected one', () => {
    const two = [seriesOf('a', years), seriesOf('b', years)]
    expect(trendLayout(two.slice(0, 1), options).lines[0].bandPath).not.toBe('')
    expect(trendLayout(two, options).lines.map((line) => line.bandPath)).toEqual(['', ''])
    expect(trendLayout(two, { ...options, selected: 'b' }).lines.map((line) => line.bandPath !== '')).toEqual([
      false,
      true,
    ])
  })

  it('keeps its axis while another line is selected', () => {
    const two = [seriesOf('a', years), seriesOf('b', years)]
    expect(trendLayout(two, { ...options, selected: 'b' }).yTicks).toEqual(trendLayout(two, options).yTicks)
  })

  it('keeps line-end names apart and keeps the selected one', () => {
    const many = Array.from({ length: 60 }, (_, index) => seriesOf(`line ${index}`, years))
    const { lines } = trendLayout(many, { ...options, selected: 'line 59' })
    const ys = lines.flatMap((line) => line.label?.y ?? []).sort((a, b) => a - b)
    for (let index = 1; index < ys.length; index++) expect(ys[index] - ys[index - 1]).toBeGreaterThan(14)
    expect(lines.find((line) => line.series.id === 'line 59')?.label).not.toBeNull()
  })

  it('never gives a coordinate that is no number', () => {
    const odd = [
      [],
      [seriesOf('none', [])],
      [seriesOf('one', [point('2020', 0, 0)])],
      [seriesOf('zero', [point('2020', 0, 5), point('2021', 0, 5)])],
      [seriesOf('all', [point('2020', 5, 5)])],
      [seriesOf('early', [point('2019', 1, 5)]), seriesOf('late', [point('2021', 1, 5)])],
    ]
    for (const series of odd) {
      for (const mode of ['share', 'counts'] as const) {
        expect(JSON.stringify(trendLayout(series, { ...options, mode }))).not.toMatch(/NaN|null,"y"|Infinity/)
      }
    }
  })

  it('passes by periods that are too thin for a share, and does not let them stretch the axis', () => {
    const points = [point('2019', 50, 400), point('2020', 5, 7), point('2021', 60, 500), point('2022', 70, 600)]
    const layout = trendLayout([seriesOf('a', points), seriesOf('b', points)], options)
    const [line] = layout.lines
    expect(line.dots.map((dot) => dot.thin)).toEqual([false, true, false, false])
    expect(line.path.match(/[ML]/g)).toEqual(['M', 'L', 'L'])
    expect(layout.yTicks.at(-1)?.label).toBe('14%')
    const counts = trendLayout([seriesOf('a', points)], { ...options, mode: 'counts' }).lines[0]
    expect(counts.path.match(/[ML]/g)).toEqual(['M', 'L', 'L', 'L'])
  })

  it('counts whole papers', () => {
    const layout = trendLayout([seriesOf('a', [point('2020', 1, 9), point('2021', 3, 9)])], {
      ...options,
      mode: 'counts',
    })
    expect(layout.yTicks.map((tick) => tick.label)).toEqual(['0', '1', '2', '3'])
  })
})

describe('leaveOutSparseStart', () => {
  it('leaves out the first periods that hold one paper in a hundred together', () => {
    const points = [point('1963', 1, 1), point('1964', 0, 2), point('2000', 5, 400), point('2001', 5, 600)]
    const left = leaveOutSparseStart([seriesOf('a', points)])
    expect(left).toMatchObject({ from: '2000', papers: 3 })
    expect(left.series[0].points).toHaveLength(2)
  })

  it('leaves out nothing of a small collection', () => {
    expect(leaveOutSparseStart([seriesOf('a', years)])).toMatchObject({ from: '2020', papers: 0 })
    expect(leaveOutSparseStart([])).toEqual({ series: [], from: null, papers: 0 })
  })
})
