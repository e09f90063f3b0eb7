import { describe, expect, it } from 'vitest'
import {
  formatAuthors,
  formatCount,
  formatDate,
  formatDateRange,
  formatInstant,
  formatInterval,
  formatPercent,
  formatPeriod,
  formatPoint,
  plural,
} from '../../shared/format.ts'

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [54160, '54,160'],
    [1234567, '1,234,567'],
  ])('writes %d as %s', (count, text) => expect(formatCount(count)).toBe(text))

  it('gives a noun its number', () => {
    expect(plural(1, 'paper')).toBe('1 paper')
    expect(plural(0, 'paper')).toBe('0 papers')
    expect(plural(2, 'analysis', 'analyses')).toBe('2 analyses')
  })

  it.each([
    [0, '0%'],
    [0.00001, '<0.01%'],
    [0.0004, '0.04%'],
    [0.0079, '0.79%'],
    [0.01, '1%'],
    [0.041, '4.1%'],
    [0.0999, '10%'],
    [0.256, '26%'],
    [0.995, '99.5%'],
    [0.99999, '99.9%'],
    [1, '100%'],
  ])('writes a share of %d as %s', (share, text) => expect(formatPercent(share)).toBe(text))

  it('writes intervals with one percent sign', () => {
    expect(formatInterval(0.022, 0.068)).toBe('2.2–6.8%')
    expect(formatInterval(null, null)).toBe('')
  })
})

describe('dates', () => {
  it.each([
    ['2020-12-15', '15 Dec 2020'],
    ['2020-01-05', '5 Jan 2020'],
    ['2020-12', 'Dec 2020'],
    ['2020', '2020'],
    ['someday', 'someday'],
  ])('writes %s as %s', (date, text) => expect(formatDate(date)).toBe(text))

  it.each([
    ['2024-11-21', '21 Nov 2024'],
    ['2024-W07', 'week 7 of 2024'],
    ['2024-11', 'Nov 2024'],
    ['2024-Q4', 'Q4 2024'],
    ['2024-H2', 'H2 2024'],
    ['2024', '2024'],
    ['2023/2024', '2023–2024'],
  ])('writes the period %s as %s', (period, text) => expect(formatPeriod(period)).toBe(text))

  it('writes ranges and moments', () => {
    expect(formatDateRange('2016', '2020-12-15')).toBe('2016 – 15 Dec 2020')
    expect(formatDateRange('2016', '2016')).toBe('2016')
    expect(formatDateRange(null, null)).toBe('no dates')
    expect(formatInstant('2025-12-23T09:12:00.000Z')).toBe('23 Dec 2025, 09:12 UTC')
  })
})

it('says what a point is', () => {
  expect(formatPoint({ period: '2024', papers: 212, share: 0.041 })).toBe('212 papers, 4.1% of 2024')
  expect(formatPoint({ period: '2024', papers: 0, share: null })).toBe('no papers in 2024')
})

it('names authors, or counts them, or names their house', () => {
  const none = { authors: null, authorCount: null, organization: null }
  expect(formatAuthors({ ...none, authors: ['A. Lee', 'B. Roy'] })).toBe('A. Lee, B. Roy')
  expect(formatAuthors({ ...none, authors: ['A', 'B', 'C', 'D', 'E'] })).toBe('A and 4 others')
  expect(formatAuthors({ ...none, authorCount: 9 })).toBe('9 authors')
  expect(formatAuthors({ ...none, organization: 'adobe' })).toBe('adobe')
  expect(formatAuthors(none)).toBeNull()
})
