import { expect, it } from 'vitest'
import { verdictText } from '../../../server/report/verdict-text.ts'
import type { TrendItem, Verdict } from '../../../shared/trend.ts'
import { pointOf } from './report-input.ts'

function item(verdict: Verdict, papers: number[]): TrendItem {
  const points = papers.map((count, index) => pointOf(String(2018 + index), count, 100, index < papers.length - 1))
  return {
    kind: 'topic',
    id: 1,
    label: 'x',
    verdict,
    from: null,
    peak: null,
    size: null,
    qValue: null,
    bursts: [],
    papers: 1,
    points,
  }
}

it('says how a line moves with its figures, from complete periods only', () => {
  expect(verdictText(item('emerging', [1, 1, 2, 3, 6, 8, 99]))).toBe(
    'Emerging: from 1% in 2018–2019 to 7% in 2022–2023.',
  )
  expect(verdictText(item('declining', [8, 6, 3, 2, 1, 1, 0]))).toBe(
    'Declining: from 7% in 2018–2019 to 1% in 2022–2023.',
  )
  expect(verdictText(item('peaked', [0, 2, 9, 4, 1, 1, 0]))).toBe('Peaked in 2020 with 9%; 1% in 2022–2023 lately.')
  expect(verdictText(item('steady', [5, 5, 5, 5]))).toBe(
    'Steady: 5% in 2018 at first, 5% in 2020 lately, no clear rise or fall.',
  )
})

it('takes no thin period for a peak', () => {
  const line = item('peaked', [0, 20, 60, 30, 10, 5])
  line.points[4] = pointOf('2022', 4, 5)
  expect(verdictText(line)).toMatch(/^Peaked in 2020 with 60%;/)
})

it('begins with the first well-filled period', () => {
  const line = item('emerging', [0, 0, 0, 3, 6, 9, 99])
  line.points.splice(0, 3, pointOf('1963', 0, 1), pointOf('1998', 0, 2), pointOf('2011', 1, 3))
  expect(verdictText(line)).toBe('Emerging: from 3% in 2021 to 9% in 2023.')
})

it('says so where nothing can be said', () => {
  expect(verdictText(item('not enough data', [1, 1, 1]))).toContain('Not enough data')
  expect(verdictText(item('not enough data', []))).toContain('No dated papers')
  expect(verdictText(undefined)).toContain('No dated papers')
})
