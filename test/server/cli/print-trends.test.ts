import { describe, expect, it } from 'vitest'
import { crossText } from '../../../server/cli/print/cross-text.ts'
import { driftText } from '../../../server/cli/print/drift-text.ts'
import { queryTrendsText, trendItemsText } from '../../../server/cli/print/trend-text.ts'
import type { CrossTrends } from '../../../shared/cross-trends.ts'

describe('trends as text', () => {
  it('marks the period to date and leaves no share where there is no paper', () => {
    const text = queryTrendsText({
      bin: 'year',
      fields: ['title'],
      within: [],
      smooth: 0,
      betterBin: null,
      dated: 4,
      undated: 0,
      coarse: 0,
      notes: ['few papers'],
      series: [
        {
          query: 'loss',
          verdict: 'not enough data',
          from: '2024',
          peak: null,
          size: null,
          qValue: null,
          bursts: [],
          set: 4,
          topics: null,
          papers: 1,
          points: [
            { period: '2023', papers: 0, total: 0, share: null, low: null, high: null, complete: true },
            { period: '2024', papers: 1, total: 4, share: 0.25, low: 0, high: 1, complete: false },
          ],
        },
      ],
    })
    expect(text).toContain('period            loss\n2023                 –\n2024 *  25.0% (1 of 4)\n')
    expect(text).toContain('loss: not enough data (1 paper)\n* to date')
    expect(text).toContain('note: few papers\n')
  })

  it('tells of sets, smoothing, peaks, bursts and senses', () => {
    const text = queryTrendsText({
      bin: 'year',
      fields: ['title'],
      within: ['venue:Reef'],
      smooth: 1,
      betterBin: null,
      dated: 4,
      undated: 0,
      coarse: 0,
      notes: [],
      series: [
        {
          query: 'alignment',
          verdict: 'peaked',
          from: '2020',
          peak: '2021',
          size: 0.1,
          qValue: 0.01,
          bursts: [
            { from: '2021', to: '2022', weight: 9 },
            { from: '2024', to: '2024', weight: 3 },
          ],
          set: 40,
          papers: 30,
          points: [
            { period: '2021', papers: 1, total: 4, share: 0.25, low: 0, high: 1, complete: true, smoothed: 0.125 },
          ],
          topics: [
            { id: 1, label: 'reward models', papers: 20, share: 0.667, counts: [20] },
            { id: 2, label: 'sentence pairs', papers: 1, share: 0.033, counts: [1] },
          ],
        },
      ],
    })
    expect(text).toContain('the words in title, within venue:Reef; in brackets, 1 on each side taken in\n')
    expect(text).toContain('2021    25.0% (1 of 4) [12.5%]\n')
    expect(text).toContain(
      'alignment: peaked in 2021 (30 papers)\n  bursts: 2021 to 2022, 2024\n  in: reward models 66.7%\n',
    )
  })

  it('tells how a topic changed', () => {
    const text = driftText(
      {
        topicId: 1,
        bin: 'year',
        periods: ['2020'],
        totals: [9],
        complete: [true],
        terms: [{ term: 'wombat', papers: 9, counts: [9], change: 'entered', peak: '2020', qValue: 0.01 }],
        stretches: [{ from: '2020', to: '2020', papers: 9, terms: ['wombat', 'ecology'] }],
        entered: ['wombat'],
        left: [],
        notes: ['few papers'],
      },
      'marsupials',
    )
    expect(text).toContain('marsupials\nentered: wombat\nleft: nothing for sure\n')
    expect(text).toContain('2020  2020       9  wombat, ecology\n')
    expect(text).toContain('wombat       9  entered  2020\nnote: few papers\n')
  })

  it('draws venues over time: papers, or the share of them in a topic', () => {
    const cross = {
      by: 'venue',
      topicId: null,
      bin: 'year',
      periods: ['2020', '2021', '2022'],
      complete: [true, true, false],
      totals: [4, 6, 2],
      groups: [{ label: 'Reef', papers: 7, counts: [2, 4, 1], totals: [4, 4, 0] }],
      nameless: 1,
      notes: ['few papers'],
    } satisfies CrossTrends
    const all = crossText(cross, null)
    expect(all).toContain('All papers by venue, 2020 to 2022\n')
    expect(all).toMatch(/^Reef +7 +2021 +▄█▂$/m)
    expect(all).toContain('2022 is not over in these papers\n1 paper without a venue\nnote: few papers\n')
    expect(crossText(cross, 'fish')).toMatch(/^Reef +7 +87\.5% +2021 +▄█·$/m)
  })

  it('shows the evidence where it is asked for', () => {
    const item = { kind: 'topic', label: 'loss', verdict: 'emerging', from: '2020', peak: '2024', papers: 9 } as const
    const items = [{ ...item, size: 0.5, qValue: 0.0123 }]
    expect(trendItemsText(items, [], false)).not.toContain('0.500')
    expect(trendItemsText(items, [], true)).toContain('emerging  0.500  0.012')
  })
})
