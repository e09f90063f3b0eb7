import { describe, expect, it } from 'vitest'
import { chartCaption } from '../../../../client/views/trends/chart-caption.ts'
import { judgedCsv, judgedJson } from '../../../../client/views/trends/judged-files.ts'
import { movesLike } from '../../../../client/views/trends/moves.ts'
import { phraseLines } from '../../../../client/views/trends/judged-lines.ts'
import { readLine } from '../../../../client/views/trends/point-line.ts'
import { fieldQuery, setOptions, setText } from '../../../../client/views/trends/set-options.ts'
import type { PhraseTrend } from '../../../../shared/trend.ts'

const phrase: PhraseTrend = {
  kind: 'phrase',
  id: 1,
  label: '=low rank',
  verdict: 'emerging',
  from: '2020',
  peak: '2021',
  size: 0.5,
  qValue: 0.001,
  papers: 12,
  bursts: [{ from: '2020', to: '2021', weight: 3 }],
  counts: [0, 4, 8],
}
const periods = ['1990', '2020', '2021'].map((period, i) => ({ period, total: [1, 200, 100][i], complete: true }))

describe('terms over time', () => {
  const lines = phraseLines({ phrases: [phrase], periods })
  it('leave out the sparse beginning and have shares', () => {
    expect(lines[0].points.map(({ period, share }) => [period, share])).toEqual([['2020', 0.02], ['2021', 0.08]]) // prettier-ignore
  })
  it('become files', () => {
    expect(judgedCsv(lines).split('\n')[1]).toBe("'=low rank,emerging,0.5,0.001,12,2020,2021,2020..2021")
    expect(JSON.parse(judgedJson(lines, 'year')).lines[0].points[1]).toMatchObject({ period: '2021', papers: 8 })
  })
  it('are kept by what they do', () => {
    expect(movesLike('emerging', 'rising')).toBe(true)
    expect(movesLike('emerging', 'fading')).toBe(false)
    expect(movesLike('not enough data', 'all')).toBe(true)
  })
})

describe('the papers behind a line', () => {
  const names = {
    byId: new Map([[3, { label: 'machine translation' }]]),
    themes: [{ id: 2, label: 'translation', topics: [3, 5] }],
  }
  const asked = { fields: 'title', within: ['venue:ACL'] }
  it.each([
    ['query:a:b', 'a:b', { query: 'a:b', ...asked }],
    ['topic-3', 'machine translation', { topic: 3 }],
    ['theme-2', 'translation', { query: 'topic:3 OR topic:5' }],
    ['sense:3:alignment', 'alignment in machine translation', { query: 'alignment', topic: 3, ...asked }],
    ['set:venue:"ACL"', 'ACL', { query: 'venue:"ACL"', topic: null }],
    ['set:3:org:"X Y"', 'X Y in machine translation', { query: 'org:"X Y"', topic: 3 }],
  ])('of %s', (id, name, filter) => {
    expect(readLine(id, names, asked)).toEqual({ name, filter })
  })
  it('are none of an unknown line', () => {
    expect(readLine('theme-9', names, asked)).toBeNull()
  })
})

describe('the set to count in', () => {
  it('is a query that can be read back into a name', () => {
    expect(fieldQuery('venue', 'The "Big" one')).toBe('venue:"The  Big  one"')
    expect(setText('org:"X Y"', new Map())).toBe('X Y')
    expect(setText('topic:2', new Map([[2, { label: 'speech' }]]))).toBe('speech')
    expect(setText('year:2020', new Map())).toBe('year:2020')
  })
  it('leaves out groups that hold nothing', () => {
    const venues = [{ label: 'ACL', papers: 1200, counts: [], totals: [] }]
    expect(setOptions([], venues, [])).toEqual([
      { group: 'Venues', items: [{ value: 'venue:"ACL"', label: 'ACL (1,200)' }] },
    ])
  })
})

describe('what was done to the numbers', () => {
  const plain = { mode: 'share', smooth: 0, start: 0, bin: 'year', span: null, never: [] } as const
  it('is said only where something was', () => {
    expect(chartCaption(plain)).toBe('')
    expect(chartCaption({ ...plain, smooth: 2 })).toContain('share of 5 periods together')
    expect(chartCaption({ ...plain, smooth: 2, mode: 'counts' })).toBe('')
    expect(chartCaption({ ...plain, start: 5, never: ['a'] })).toMatch(/first year of 5 papers .* not drawn: a\./)
    expect(chartCaption({ ...plain, span: ['2019', '2020'] })).toContain('verdicts are of all time')
  })
})
