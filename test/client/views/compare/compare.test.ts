import { describe, expect, it } from 'vitest'
import { barOf, trackEnd } from '../../../../client/views/compare/bar-layout.ts'
import { contrastCsv } from '../../../../client/views/compare/contrast-files.ts'
import { suggestions } from '../../../../client/views/compare/suggestions.ts'
import type { ContrastTerm } from '../../../../shared/contrast.ts'
import { topic } from '../explore/topics.ts'

const term = (logOdds: number, half: number, name = 'x'): ContrastTerm => ({
  term: name,
  logOdds,
  low: logOdds - half,
  high: logOdds + half,
  z: logOdds / (half / 1.96),
  papersA: 3,
  papersB: 1,
})

describe('bars', () => {
  it('grow outwards on both sides, with their intervals around their ends', () => {
    const end = trackEnd([term(2, 1), term(-1, 0.5)])
    const [right, left] = [barOf(term(2, 1), end), barOf(term(-2, 1), end)]
    expect(right).toEqual(left)
    expect(right.from).toBeLessThan(right.length)
    expect(right.to).toBeGreaterThan(right.length)
    expect(right).toMatchObject({ isSure: true })
  })

  it('keep intervals within their track, and say when they may be chance', () => {
    expect(barOf(term(2, 9), 2.6)).toMatchObject({ from: 0, to: 100, isSure: false })
    expect(barOf(term(-2, 9), 2.6)).toMatchObject({ from: 0, to: 100, isSure: false })
    expect(trackEnd([])).toBeGreaterThan(0)
  })
})

it('hands out both sides as CSV that no spreadsheet takes for a formula', () => {
  const a = { label: '=SUM(1)', papers: 6, compared: 5, terms: [term(1, 0.5, 'LLMs')] }
  const b = { label: 'the rest', papers: 8, compared: 7, terms: [term(-1, 0.5, 'a, b')] }
  expect(contrastCsv({ a, b, overlap: 0, notes: [] }).split('\n')).toEqual([
    'more_in,term,log_odds,low,high,z,papers_a,of_a,papers_b,of_b',
    "'=SUM(1),LLMs,1,0.5,1.5,3.92,3,5,1,7",
    'the rest,"a, b",-1,-1.5,-0.5,-3.92,3,5,1,7',
    '',
  ])
})

describe('what to compare first', () => {
  const topics = [topic(1, { nearest: [{ id: 2, similarity: 0.5 }] }), topic(2), topic(0)]
  const index = { topics, byId: new Map(topics.map((one) => [one.id, one])) }

  const periods = [1, 0, 4, 5].map((total, at) => ({ period: ['1963', '2019', '2020', '2021'][at], total }))

  it('is the largest topic with its neighbour and with the rest, and the later half of the papers with the earlier', () => {
    expect(suggestions(index, periods).map(({ a, b }) => [a, b])).toEqual([
      ['topic:1', 'topic:2'],
      ['topic:1', null],
      ['period:2021', 'period:1963..2020'],
    ])
  })

  it('is nothing where there is nothing to compare', () => {
    expect(suggestions({ topics: [topics[2]], byId: new Map() }, [periods[0]])).toEqual([])
  })
})
