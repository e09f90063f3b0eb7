import { describe, expect, it } from 'vitest'
import { changeText, growthText, judgedText, qText } from '../../../../client/views/parts/verdict.ts'

describe('the size of a change', () => {
  it.each([
    [0.27, 'year', '+31% a year'],
    [-0.066, 'month', '−6.4% a month'],
    [1.2, 'two-year', '×3.3 in two years'],
    [0.00001, 'half', '±0% a half year'],
    [null, 'year', '–'],
  ] as const)('of %s per %s is %s', (size, bin, text) => {
    expect(growthText(size, bin)).toBe(text)
  })
})

describe('certainty', () => {
  it.each([
    [0, '<0.001'],
    [0.0144, '0.014'],
    [0.31, '0.31'],
    [null, '–'],
  ] as const)('of %s is %s', (q, text) => {
    expect(qText(q)).toBe(text)
  })
})

const points = [
  { period: '2013', papers: 4, total: 100, share: 0.04, low: null, high: null, complete: true },
  { period: '2014', papers: 9, total: 100, share: 0.09, low: null, high: null, complete: true },
]

describe('what changed', () => {
  const judged = { size: -0.1, qValue: 0.02, papers: 1200, peak: '2014', points }
  it('is the height of what has peaked, else the growth', () => {
    expect(changeText({ ...judged, verdict: 'peaked' }, 'year')).toBe('up to 9%')
    expect(changeText({ ...judged, verdict: 'declining' }, 'year')).toBe('−9.5% a year')
    expect(changeText({ ...judged, verdict: 'peaked', peak: null }, 'year')).toBe('−9.5% a year')
  })
})

describe('what stands behind a verdict', () => {
  it('is said in one line, with the peak of what has peaked', () => {
    const judged = { verdict: 'peaked', size: -0.1, qValue: 0.02, papers: 1200, peak: '2014', points } as const
    expect(judgedText(judged, 'year')).toBe('q 0.020, highest in 2014 with 9%, 1,200 papers')
    expect(judgedText({ ...judged, verdict: 'declining' }, 'year')).toBe('odds −9.5% a year, q 0.020, 1,200 papers')
    expect(judgedText({ ...judged, verdict: 'not enough data', size: null, qValue: null }, 'year')).toBe('1,200 papers')
  })
})
