import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CountChart } from '../../../shared/charts/CountChart.tsx'
import { MapFigure } from '../../../shared/charts/MapFigure.tsx'
import { Sparkline } from '../../../shared/charts/Sparkline.tsx'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import { TrendTable } from '../../../shared/charts/TrendTable.tsx'
import { describeTrends } from '../../../shared/charts/describe-trends.ts'
import { sparklineLayout } from '../../../shared/charts/sparkline-layout.ts'
import type { TrendPoint } from '../../../shared/trend.ts'

function point(period: string, papers: number, total: number, complete = true): TrendPoint {
  const share = total === 0 ? null : papers / total
  return { period, papers, total, share, low: share, high: share, complete }
}

const points = [point('2020', 1, 10), point('2021', 5, 10), point('2022', 2, 10, false)]
const series = [
  { id: 'a', label: 'LLM alignment', color: '#0072b2', points },
  {
    id: 'b',
    label: 'loss <functions>',
    color: '#d55e00',
    points: points.map((one) => ({ ...one, papers: 0, share: 0 })),
  },
]

describe('describeTrends', () => {
  it('says in words what the chart shows', () => {
    expect(describeTrends(series)).toBe(
      '2 lines, share of papers per period, 2020 to 2022. LLM alignment: highest with 5 papers, 50% of 2021; ' +
        'last 5 papers, 50% of 2021. loss <functions>: no papers. The last period is not complete.',
    )
    expect(describeTrends([])).toContain('No dated papers')
  })
})

describe('TrendChart', () => {
  it('is a picture with words when it stands still', () => {
    const svg = renderToStaticMarkup(<TrendChart series={series} title="Trends of topics" />)
    expect(svg).toMatch(/role="img" aria-label="Trends of topics\. 2 lines/)
    expect(svg).toContain('to date')
    expect(svg).toContain('loss &lt;functions&gt;')
    expect(svg).not.toMatch(/ id="|role="button"|NaN/)
  })

  it('has buttons for points when they lead somewhere, one of them in the tab order', () => {
    const svg = renderToStaticMarkup(<TrendChart series={series} selected="a" onPoint={() => {}} />)
    expect(svg).toContain('role="group"')
    expect(svg.match(/role="button"/g)).toHaveLength(6)
    expect(svg.match(/tabindex="0"/g)).toHaveLength(1)
  })

  it('draws any odd input', () => {
    for (const odd of [[], [{ ...series[0], points: [] }], [{ ...series[0], points: [point('2020', 0, 0)] }]]) {
      expect(renderToStaticMarkup(<TrendChart series={odd} />)).not.toContain('NaN')
    }
  })
})

describe('TrendTable', () => {
  it('says the same numbers', () => {
    const html = renderToStaticMarkup(<TrendTable series={series} caption="Shares" />)
    expect(html).toContain('<td>50%</td>')
    expect(html).toContain('2022 (to date)')
  })
})

describe('Sparkline', () => {
  it('goes from 0 to its highest share', () => {
    expect(sparklineLayout(points, 24, 14)).toEqual({
      path: 'M2,10L12,2',
      toDatePath: 'M12,2L22,8',
      end: { x: 22, y: 8 },
    })
    expect(sparklineLayout([], 24, 14)).toEqual({ path: '', toDatePath: '', end: null })
    expect(renderToStaticMarkup(<Sparkline points={points} color="#000" />)).toContain('aria-hidden="true"')
  })
})

describe('MapFigure', () => {
  const papers = Array.from({ length: 50 }, (_, index) => ({
    id: `p${index}`,
    title: `Paper <${index}>`,
    topicId: 1 + (index % 2),
    x: Math.cos(index),
    y: Math.sin(index),
    uncertain: index === 0,
  }))
  const topics = [
    { id: 1, label: 'alignment', papers: 25, x: 0, y: 0 },
    { id: 2, label: 'losses', papers: 25, x: 0, y: 0 },
    { id: 0, label: 'Miscellaneous', papers: 0, x: 0, y: 0 },
  ]

  it('draws every paper and names every topic but Miscellaneous', () => {
    const svg = renderToStaticMarkup(
      <MapFigure points={papers} topics={topics} themes={[]} href={(one) => `#${one.id}`} />,
    )
    expect(svg.match(/<circle/g)).toHaveLength(50)
    expect(svg).toContain('href="#p7"')
    expect(svg).toContain('>alignment</text>')
    expect(svg).not.toContain('>Miscellaneous</text>')
    expect(svg).toContain('aria-label="Map of 50 papers in 2 topics: alignment (25), losses (25).')
  })

  it('draws many papers as few paths', () => {
    const many = Array.from({ length: 100 }, () => papers).flat()
    const svg = renderToStaticMarkup(<MapFigure points={many} topics={topics} themes={[]} />)
    expect(svg).not.toContain('<circle')
    expect(svg.match(/<path/g)!.length).toBeLessThan(20)
  })

  it('draws an empty map', () => {
    expect(renderToStaticMarkup(<MapFigure points={[]} topics={[]} themes={[]} />)).not.toContain('NaN')
  })
})

describe('CountChart', () => {
  const counts = [
    { topics: 5, stability: 0.4, chosen: false, role: 'fewer' as const },
    { topics: 8, stability: 0.7, chosen: true, role: 'auto' as const },
    { topics: 9, stability: -0.1, chosen: false },
  ]

  it('says every tried number in words, and writes those that a choice takes', () => {
    const svg = renderToStaticMarkup(<CountChart counts={counts} color="#0072b2" />)
    expect(svg).toContain('5 (0.40, fewer), 8 (0.70, used, auto), 9 (-0.10)')
    expect(svg.match(/<circle/g)).toHaveLength(3)
    expect(svg).toContain('>8</text>')
    expect(svg).not.toContain('>9</text>')
  })

  it('draws a single number, and none', () => {
    for (const odd of [counts.slice(0, 1), []]) {
      expect(renderToStaticMarkup(<CountChart counts={odd} color="#0072b2" />)).not.toMatch(/NaN|Infinity/)
    }
  })
})
