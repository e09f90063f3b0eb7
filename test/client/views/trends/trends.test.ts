import { describe, expect, it } from 'vitest'
import { byVerdict } from '../../../../client/views/trends/by-verdict.ts'
import { itemLines, linesWithin } from '../../../../client/views/trends/judged-lines.ts'
import { seriesCsv, seriesJson } from '../../../../client/views/trends/series-files.ts'
import { trendNotes } from '../../../../client/views/trends/trend-notes.ts'
import type { AnalysisTrends, QueryTrends, TrendItem } from '../../../../shared/trend.ts'

const item = (id: number, verdict: TrendItem['verdict'], size: number | null = null): TrendItem => ({
  kind: 'topic',
  id,
  label: `topic ${id}`,
  verdict,
  from: null,
  peak: null,
  size,
  qValue: null,
  bursts: [],
  papers: 10 - id,
  points: [],
})
const trends = (items: TrendItem[], notes: string[] = []): AnalysisTrends => ({
  bin: 'year',
  periods: [],
  items,
  phrases: [],
  dated: 39,
  undated: 0,
  coarse: 0,
  notes,
})

describe('byVerdict', () => {
  it('puts what moves first, the stronger before the weaker', () => {
    const items = [item(1, 'steady'), item(2, 'declining', -1), item(3, 'emerging', 0.1), item(4, 'emerging', 0.5)]
    expect(byVerdict(items).map((one) => one.id)).toEqual([4, 3, 2, 1])
  })
})

describe('trendNotes', () => {
  it('says so in plain words where nothing may be said', () => {
    expect(trendNotes(undefined, trends([item(1, 'not enough data')]))[0]).toMatch(/too few/)
  })
  it('keeps to what the server said, each note once', () => {
    const queries = { notes: ['a', 'a'], series: [] } as unknown as QueryTrends
    expect(trendNotes(queries, trends([item(1, 'not enough data')], ['b']))).toEqual(['a'])
    expect(trendNotes(undefined, trends([item(1, 'not enough data')], ['b']))).toEqual(['b'])
  })
  it('is silent where verdicts speak', () => {
    expect(trendNotes(undefined, trends([item(1, 'steady')]))).toEqual([])
  })
})

describe('series files', () => {
  const points = [
    { period: '2024', papers: 2, total: 8, share: 0.25, low: 0.1, high: 0.5, complete: false },
    { period: '2025', papers: 0, total: 0, share: null, low: null, high: null, complete: true },
  ]
  const series = [{ id: 'query:x', label: '@x, y', color: '#000000', points }]
  it('writes numbers as numbers and empty shares as nothing', () => {
    expect(seriesCsv(series).split('\n')).toEqual([
      'line,period,papers,total,share,low,high,complete',
      `"'@x, y",2024,2,8,0.25,0.1,0.5,false`,
      `"'@x, y",2025,0,0,,,,true`,
      '',
    ])
  })
  it('writes the same as JSON', () => {
    expect(JSON.parse(seriesJson(series, 'year'))).toEqual({
      bin: 'year',
      smooth: 0,
      series: [{ label: '@x, y', points }],
    })
  })
  it('has a column for smoothed shares where there are any', () => {
    expect(seriesCsv(series, 1).split('\n').slice(0, 2)).toEqual([
      'line,period,papers,total,share,low,high,complete,smoothed',
      `"'@x, y",2024,2,8,0.25,0.1,0.5,false,`,
    ])
  })
})

describe('linesWithin', () => {
  const points = ['2019', '2020', '2021'].map((period, at) => ({
    period,
    papers: at,
    total: 10,
    share: at / 10,
    low: null,
    high: null,
    complete: true,
  }))
  const lines = itemLines([{ ...item(1, 'peaked'), peak: '2021', papers: 3, points }], ({ id }) => `topic-${id}`)
  it('draws and counts the brushed stretch, and leaves the verdict as it is', () => {
    const [line] = linesWithin(lines, '2019', '2020')
    expect(line.stretch).toEqual({ points: points.slice(0, 2), papers: 1 })
    expect(line).toMatchObject({ verdict: 'peaked', peak: '2021', papers: 3, points })
  })
  it('leaves out what has no paper in it, and nothing where nothing is brushed', () => {
    expect(linesWithin(lines, '2019', '2019')).toEqual([])
    expect(linesWithin(lines, null, null)).toEqual(lines)
  })
})
