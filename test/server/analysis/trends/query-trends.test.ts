import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../../server/analysis/search/scope.ts'
import { buildTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { queryTrends, type QueryTrendOptions } from '../../../../server/analysis/trends/query-trends.ts'
import { paper } from '../../../support/planted-papers.ts'

/** Eight years of twenty papers: half of venue Reef, alignment in a quarter of them, and a survey among those. */
const papers = Array.from({ length: 160 }, (_, i) =>
  paper({
    id: `p${String(i).padStart(3, '0')}`,
    title: i % 4 === 0 ? `Aligned alignments of reefs${i % 8 === 0 ? ': a survey' : ''}` : 'Corals in warm water',
    abstract: i % 2 === 0 ? 'About alignment in general.' : 'About nothing.',
    venue: i % 8 < 4 ? 'Reef' : 'Other Venue',
    organization: i % 16 === 0 ? 'Max Planck' : null,
    date: String(2010 + Math.floor(i / 20)),
  }),
)
const index = buildTextIndex(papers)
const scope: Scope = {
  topicOf: Int32Array.from(papers, (_, i) => (i % 8 === 0 ? 1 : 2)),
  topics: [
    { id: 1, label: 'surveys', themeId: 1, themeLabel: 'all' },
    { id: 2, label: 'the rest', themeId: 1, themeLabel: 'all' },
  ],
}
const ask = (queries: string[], options: Partial<QueryTrendOptions> = {}, of: Scope | null = null) =>
  queryTrends(index, queries, { bin: 'year', fields: ['title'], within: [], smooth: 0, ...options }, of)
const papersOf = (query: string, options: Partial<QueryTrendOptions> = {}, of: Scope | null = null) => {
  const { papers: count, set } = ask([query], options, of).series[0]
  return [count, set]
}

describe('the set that a query is counted in', () => {
  it('is all papers', () => {
    expect(papersOf('alignment')).toEqual([40, 160])
    expect(ask(['alignment']).series[0].points[0]).toMatchObject({ period: '2010', papers: 5, total: 20, share: 0.25 })
  })
  it('is a venue or an organisation that the query names, in both parts of the share', () => {
    expect(papersOf('alignment venue:Reef')).toEqual([20, 80])
    expect(papersOf('alignment org:"Max Planck"')).toEqual([10, 10])
    expect(papersOf('alignment -venue:Reef')).toEqual([20, 80])
    const { points } = ask(['alignment venue:Reef']).series[0]
    expect(points.reduce((sum, { total }) => sum + total, 0)).toBe(80)
  })
  it('is years, outside of which there is no share', () => {
    const { points, set } = ask(['alignment year:2012..2013']).series[0]
    expect(set).toBe(40)
    expect(points.map(({ share }) => share === null)).toEqual([true, true, false, false, true, true, true, true])
  })
  it('is all papers where the venue is what is counted', () => {
    expect(papersOf('venue:Reef')).toEqual([80, 160])
    expect(papersOf('venue:Reef OR survey')).toEqual([80, 160])
  })
  it('is a topic of the analysis', () => {
    expect(papersOf('alignment topic:surveys', {}, scope)).toEqual([20, 20])
    expect(() => ask(['alignment topic:1'])).toThrow('topic without an analysis')
  })
  it('is what `within` says, for every query and on top of its own', () => {
    expect(papersOf('alignment', { within: ['venue:Reef'] })).toEqual([20, 80])
    const { series, within, dated } = ask(['alignment', 'corals'], { within: ['venue:Reef', 'alignment'] })
    expect(within).toEqual(['venue:Reef', 'alignment'])
    expect(dated).toBe(series[0].points.reduce((sum, { total }) => sum + total, 0))
    expect(papersOf('alignment venue:other', { within: ['venue:Reef'] })[0]).toBe(0)
  })
})

it('knows the signs of the query language', () => {
  const count = (query: string): number => papersOf(query)[0]
  expect(count('"aligned alignments"')).toBe(40)
  expect(count('"aligned alignment"')).toBe(0)
  expect(count('align*')).toBe(40)
  expect(count('alignment -survey')).toBe(20)
  expect(count('survey OR corals')).toBe(140)
  expect(papersOf('title:alignment', { fields: ['title', 'abstract'] })[0]).toBe(40)
  expect(papersOf('alignment', { fields: ['title', 'abstract'] })[0]).toBe(80)
})

it('tells how the matches divide over the topics', () => {
  const { topics } = ask(['alignment'], {}, scope).series[0]
  expect(topics).toMatchObject([
    { id: 1, label: 'surveys', papers: 20, share: 0.5 },
    { id: 2, label: 'the rest', papers: 20, share: 0.5 },
  ])
  expect(topics![0].counts.reduce((a, b) => a + b, 0)).toBe(20)
  expect(ask(['alignment']).series[0].topics).toBeNull()
})

it('smooths only where it is asked to, over papers and not over shares', () => {
  expect(ask(['alignment']).series[0].points[0]).not.toHaveProperty('smoothed')
  const { points } = ask(['alignment survey OR "max"'], { smooth: 1, within: ['alignment'] }).series[0]
  expect(points[1].smoothed).toBeCloseTo(
    (points[0].papers + points[1].papers + points[2].papers) / (points[0].total + points[1].total + points[2].total),
    5,
  )
})

it('takes no year-only date into a finer period, and says so', () => {
  const { coarse, series, notes } = ask(['alignment'], { bin: 'month' })
  expect([coarse, series[0].points]).toEqual([160, []])
  expect(notes.join(' ')).toContain('160 papers dated too coarsely for months are left out')
})
