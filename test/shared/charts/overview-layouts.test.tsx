import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { heatLayout } from '../../../shared/charts/heat-layout.ts'
import { HeatChart } from '../../../shared/charts/HeatChart.tsx'
import { planeLayout, type PlaneItem } from '../../../shared/charts/plane-layout.ts'
import { PlaneChart } from '../../../shared/charts/PlaneChart.tsx'
import { rankLayout } from '../../../shared/charts/rank-layout.ts'
import { RankChart } from '../../../shared/charts/RankChart.tsx'
import { streamLayout } from '../../../shared/charts/stream-layout.ts'
import { StreamChart } from '../../../shared/charts/StreamChart.tsx'
import type { TrendSeries } from '../../../shared/charts/trend-series.ts'

const line = (id: string, papers: readonly number[], total = 100): TrendSeries => ({
  id,
  label: `topic ${id}`,
  color: '#0072b2',
  points: papers.map((count, i) => ({
    period: String(2018 + i),
    papers: count,
    total,
    share: count / total,
    low: 0,
    high: 1,
    complete: i < papers.length - 1,
  })),
})
const size = { width: 720, height: 320, fontSize: 12, mode: 'share' } as const
const series = [line('a', [40, 30, 0, 5]), line('b', [10, 20, 30, 40]), line('c', [1, 1, 1, 1])]

describe('streamLayout', () => {
  const { bands, scale, toDate, plot } = streamLayout(series, size)
  it('makes bands as thick as their shares, one on the other', () => {
    const thick = bands.map(({ edges }) => edges.map(({ y0, y1 }) => y0 - y1))
    expect(thick[0][0] / thick[1][0]).toBeCloseTo(4, 0)
    expect(thick[0][2]).toBeCloseTo(0, 0)
    const inOrder = bands.map(({ edges }) => edges[1]).sort((one, other) => one.y1 - other.y1)
    for (let i = 1; i < inOrder.length; i++) expect(inOrder[i].y1).toBeCloseTo(inOrder[i - 1].y0, 0)
  })
  it('keeps within the plot and says how thick a value is', () => {
    for (const { y0, y1 } of bands.flatMap(({ edges }) => edges)) {
      expect(y1).toBeGreaterThanOrEqual(plot.top)
      expect(y0).toBeLessThanOrEqual(plot.bottom)
    }
    expect(scale?.label).toMatch(/^\d+%$/)
    expect(toDate).not.toBeNull()
  })
  it('names only bands that hold their name', () => {
    expect(bands.find(({ series: one }) => one.id === 'b')!.label?.text).toBe('topic b')
    expect(bands.find(({ series: one }) => one.id === 'c')!.label).toBeNull()
  })
  it('draws nothing of nothing', () => {
    expect(streamLayout([], size).bands).toEqual([])
    expect(streamLayout([line('a', [0, 0])], size).bands).toEqual([])
  })
})

describe('rankLayout', () => {
  const options = { ...size, ranks: 2 }
  const { lines, yTicks } = rankLayout(series, options)
  const ranksOf = (id: string) => lines.find(({ series: one }) => one.id === id)!.dots.map(({ rank }) => rank)
  it('ranks by share in each period, and leaves out who has no paper or falls behind', () => {
    expect(ranksOf('a')).toEqual([1, 1, 2])
    expect(ranksOf('b')).toEqual([2, 2, 1, 1])
    expect(ranksOf('c')).toEqual([2])
    expect(yTicks.map(({ label }) => label)).toEqual(['1', '2'])
  })
  it('breaks the line where a series is not among the shown, and names who is there at the end', () => {
    const [a] = lines
    expect(a.path.match(/M/g)).toHaveLength(2)
    expect(a.stubs.match(/M/g)).toHaveLength(2)
    expect(lines.map(({ label }) => label?.text ?? null)).toEqual(['topic a', 'topic b', null])
  })
  it('passes by periods with too few papers', () => {
    const thin = series.map((one) => ({
      ...one,
      points: one.points.map((point, i) => ({ ...point, total: i === 1 ? 3 : 100 })),
    }))
    expect(rankLayout(thin, options).lines[1].dots.map(({ point }) => point.period)).toEqual(['2018', '2020', '2021'])
  })
})

describe('planeLayout', () => {
  const item = (id: string, papers: number, growth: number, sure = true): PlaneItem => ({
    id,
    label: `topic ${id}`,
    color: '#0072b2',
    papers,
    size: growth,
    sure,
  })
  it('puts more papers to the right and growth above the line of no change', () => {
    const { dots, zero } = planeLayout([item('a', 10, 0.3), item('b', 100, -0.2), item('c', 1000, 0)], size)
    expect(dots[0].x).toBeLessThan(dots[1].x)
    expect(dots[1].x - dots[0].x).toBeCloseTo(dots[2].x - dots[1].x, 0)
    expect(dots[0].y).toBeLessThan(zero)
    expect(dots[1].y).toBeGreaterThan(zero)
    expect(dots[2].y).toBe(zero)
  })
  it('names the sure first where names would lie on each other', () => {
    const crowd = [item('a', 100, 0.1, false), item('b', 101, 0.1), item('c', 102, 0.1, false)]
    const named = planeLayout(crowd, { ...size, width: 260 }).dots.filter(({ label }) => label !== null)
    expect(named.map((dot) => dot.item.id)).toContain('b')
    expect(named.length).toBeLessThan(3)
  })
  it('tells votes by the area of the dots, and what their sizes mean', () => {
    const voted = [item('a', 10, 0.3), item('b', 100, -0.2), item('c', 1000, 0)].map((one, i) => ({
      ...one,
      votes: [87, 20, null][i],
    }))
    const { dots, sizes } = planeLayout(voted, { ...size, area: 'votes' })
    expect(dots[0].r).toBeGreaterThan(dots[1].r)
    expect(dots[1].r).toBeGreaterThan(dots[2].r)
    expect(sizes.map(({ label }) => label)).toEqual(['5', '20', '50 votes'])
    for (let i = 1; i < sizes.length; i++) expect(sizes[i - 1].x + sizes[i - 1].r).toBeLessThan(sizes[i].x - sizes[i].r)
    expect(planeLayout(voted, size).sizes).toEqual([])
  })
  it('ticks changes as percentages, and stands with one item', () => {
    expect(planeLayout([item('a', 50, 0.69)], size).yTicks.map(({ label }) => label)).toContain('+100%')
    expect(planeLayout([], size).dots).toEqual([])
  })
})

describe('heatLayout', () => {
  const rows = [
    { id: 'x', label: 'X', papers: 12, counts: [1, 10], totals: [1, 100] },
    { id: 'y', label: 'Y', papers: 50, counts: [0, 50], totals: [0, 100] },
  ]
  it('does not let a share of one paper set the scale', () => {
    const { rows: laid, top } = heatLayout(rows, ['2020', '2021'], { width: 300, rowHeight: 20, fontSize: 12 })
    expect(top).toBe(0.5)
    expect(laid[0].cells.map(({ strength, thin }) => [strength, thin])).toEqual([[1, true], [0.2, false]]) // prettier-ignore
    expect(laid[1].cells[0]).toMatchObject({ share: null, strength: 0 })
  })
})

describe('the overview charts', () => {
  const plane: PlaneItem = { id: 'a', label: 'A & B', color: '#0072b2', papers: 5, size: 0.1, sure: true }
  it.each([
    ['stream', <StreamChart key="s" series={series} title="Topics" />],
    ['rank', <RankChart key="r" series={series} title="Topics" />],
    ['plane', <PlaneChart key="p" items={[plane]} growth="a year" describe={(item) => item.label} />],
    ['heat', <HeatChart key="h" rows={[{ id: 'x', label: 'X', papers: 3, counts: [3], totals: [9] }]} periods={['2020']} color="#0072b2" describe={() => 'of X'} title="Topics" />], // prettier-ignore
  ])('%s: a picture with words, and no button while it leads nowhere', (_, chart) => {
    const svg = renderToStaticMarkup(chart)
    expect(svg).toMatch(/role="img" aria-label="[^"]{10,}"/)
    expect(svg).not.toMatch(/NaN|undefined|role="button"| id="/)
  })

  it.each([
    ['stream', <StreamChart key="s" series={series} onPoint={() => {}} />],
    ['rank', <RankChart key="r" series={series} onPoint={() => {}} />],
    ['heat', <HeatChart key="h" rows={[{ id: 'x', label: 'X', papers: 3, counts: [3, 1], totals: [9, 9] }]} periods={['2020', '2021']} color="#0072b2" describe={() => 'of X'} title="Topics" onCell={() => {}} />], // prettier-ignore
  ])('%s: named buttons, one of them in the tab order, where points lead somewhere', (_, chart) => {
    const svg = renderToStaticMarkup(chart)
    expect(svg).toContain('role="group"')
    expect(svg.match(/role="button" aria-label="[^"]*paper/g)?.length).toBeGreaterThan(1)
    expect(svg.match(/tabindex="0"/g)).toHaveLength(1)
  })
})
