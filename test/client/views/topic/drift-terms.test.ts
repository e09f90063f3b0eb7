import { describe, expect, it } from 'vitest'
import { driftCsv, driftPoints, shownTerms } from '../../../../client/views/topic/drift-terms.ts'
import type { DriftTerm, TopicDrift } from '../../../../shared/topic-drift.ts'

const term = (name: string, change: DriftTerm['change'], qValue: number | null = null): DriftTerm => ({
  term: name,
  papers: 10,
  counts: [0, 2, 8],
  change,
  peak: '2022',
  qValue,
})
const drift = { periods: ['2020', '2021', '2022'], totals: [0, 8, 16], complete: [true, true, false] }

describe('the terms of a topic over time', () => {
  it('show what came and went first, the surest before the rest', () => {
    const terms = [
      term('a', 'stayed'),
      term('b', 'left', 0.04),
      term('c', 'entered', 0.01),
      term('d', 'not enough data'),
    ]
    expect(shownTerms({ terms }).map((one) => one.term)).toEqual(['c', 'b', 'a', 'd'])
  })
  it('do not list every term that stayed', () => {
    expect(shownTerms({ terms: Array.from({ length: 40 }, (_, i) => term(`t${i}`, 'stayed')) })).toHaveLength(8)
  })
  it('are shares of the topic, from its first papers on', () => {
    const points = driftPoints(drift, term('a', 'entered'))
    expect(points.map(({ period, share, complete }) => [period, share, complete])).toEqual([
      ['2021', 0.25, true],
      ['2022', 0.5, false],
    ])
  })
  it('become a file', () => {
    const whole = { ...drift, terms: [term('=a', 'entered')] } as TopicDrift
    expect(driftCsv(whole).split('\n').slice(0, 3)).toEqual([
      'term,change,period,papers,total',
      "'=a,entered,2020,0,0",
      "'=a,entered,2021,2,8",
    ])
  })
})
