import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { burstBars, burstLanes } from '../../../shared/charts/burst-layout.ts'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import type { TrendSeries } from '../../../shared/charts/trend-series.ts'

const periods = ['2020', '2021', '2022', '2023']
const points = periods.map((period) => ({ period, papers: 2, total: 40, share: 0.05, low: 0, high: 0.1, complete: true })) // prettier-ignore
const line = (id: string, bursts: TrendSeries['bursts']): TrendSeries => ({ id, label: id, color: '#0072b2', points, bursts: bursts ?? [] }) // prettier-ignore

describe('bursts', () => {
  const series = [line('a', [{ from: '2021', to: '2022' }]), line('b', []), line('c', [{ from: '2010', to: '2020' }])]

  it('have a lane a line, cut to what is drawn', () => {
    expect(burstLanes(series, periods)).toBe(2)
    const bars = burstBars(series, periods, { left: 100, step: 10, top: 50 })
    expect(bars.map(({ seriesId, x, width, y }) => [seriesId, x, width, y])).toEqual([
      ['a', 111, 18, 50],
      ['c', 101, 8, 57],
    ])
  })

  it('that lie outside the periods take no room', () => {
    expect(burstLanes([line('a', [{ from: '1990', to: '1999' }])], periods)).toBe(0)
    expect(burstBars([line('a', [{ from: '1990', to: '1999' }])], periods, { left: 0, step: 1, top: 0 })).toEqual([])
  })

  it('are told under the chart', () => {
    expect(renderToStaticMarkup(<TrendChart series={series} />)).toContain('a: burst from 2021 to 2022')
    expect(renderToStaticMarkup(<TrendChart series={series} sameStart />)).not.toContain('burst')
  })
})
