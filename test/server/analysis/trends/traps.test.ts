import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { trapNotes } from '../../../../server/analysis/trends/notes.ts'
import { paperFacts } from '../../../../server/analysis/text/paper-facts.ts'
import { columnsOf } from '../../../../server/analysis/trends/paper-columns.ts'
import { buildTimeline } from '../../../../server/analysis/trends/timeline.ts'
import { findTraps } from '../../../../server/analysis/trends/traps.ts'
import type { BinChoice } from '../../../../shared/period.ts'
import type { Paper } from '../../../../shared/paper.ts'
import type { TrendField } from '../../../../shared/trend.ts'
import { paper } from '../../../support/planted-papers.ts'

/** Sixty papers a year over ten years. */
function papers(fields: (year: number, i: number) => Partial<Paper>): Paper[] {
  return Array.from({ length: 600 }, (_, i) => {
    const year = 2010 + (i % 10)
    return paper({ id: String(i), date: String(year), abstract: 'words', ...fields(year, i) })
  })
}

function trapsOf(list: Paper[], bin: BinChoice = 'auto', asked: TrendField[] | null = null) {
  const columns = columnsOf(list.map(paperFacts))
  const traps = findTraps(buildTimeline(columns, bin), columns, asked)
  return { ...traps, notes: trapNotes(traps) }
}

it('finds nothing amiss where nothing is', () => {
  const { fields, betterBin, notes } = trapsOf(papers((_, i) => ({ venue: i % 3 === 0 ? 'A' : 'B', source: 'x' })))
  expect([fields, betterBin, notes]).toEqual([['title', 'abstract'], null, []])
})

describe('abstracts that come and go', () => {
  const early = papers((year, i) => ({ abstract: year < 2015 && i % 4 !== 0 ? null : 'words' }))
  it('leave the titles to count in, and say so', () => {
    const { fields, notes } = trapsOf(early)
    expect(fields).toEqual(['title'])
    expect(notes).toEqual([
      expect.stringMatching(/25% have one, of others' 100%\. So words are counted in titles alone/),
    ])
  })
  it('are counted in where somebody asked for it, with a warning', () => {
    const { fields, notes } = trapsOf(early, 'auto', ['title', 'abstract'])
    expect(fields).toEqual(['title', 'abstract'])
    expect(notes[0]).toContain('counting in titles alone is safer')
  })
  it('do not count as such where it is chance, or a few points', () => {
    const random = createRandom(5)
    const holes = (share: (year: number) => number) =>
      papers((year) => ({ abstract: random.next() < share(year) ? null : 'words' }))
    expect(trapsOf(holes((year) => (year < 2015 ? 0.06 : 0.02))).fields).toHaveLength(2)
    expect(trapsOf(holes(() => 0.3).slice(0, 120)).fields).toHaveLength(2)
  })
})

describe('venues that meet every other year', () => {
  const biennial = papers((year, i) => ({ venue: year % 2 === 0 && i % 20 < 10 ? 'Even' : 'Every' }))
  it('offer two-year periods', () => {
    const { betterBin, notes } = trapsOf(biennial, 'year')
    expect(betterBin).toBe('two-year')
    expect(notes).toEqual([
      expect.stringMatching(/^Even meets every other year with 25% of the papers.*Two-year periods/),
    ])
  })
  it('are at rest where those are used', () => {
    expect(trapsOf(biennial, 'two-year').betterBin).toBeNull()
  })
  it('are not those that ended, or meet now and then', () => {
    expect(
      trapsOf(
        papers((year) => ({ venue: year < 2014 ? 'Old' : 'New' })),
        'year',
      ).venues.names,
    ).toEqual([])
    expect(
      trapsOf(
        papers((year) => ({ venue: [2010, 2016, 2018].includes(year) ? 'Rare' : 'Rest' })),
        'year',
      ).venues.names,
    ).toEqual([])
  })
})

it('says which sources begin late or end early', () => {
  const { sources, notes } = trapsOf(papers((year, i) => ({ source: year >= 2015 && i % 20 < 10 ? 'late' : 'all' })))
  expect(sources).toEqual([{ name: 'late', share: expect.closeTo(0.25, 1), begins: '2015', ends: null }])
  expect(notes[0]).toMatch(/^late \(from 2015, 2\d% of the papers\) does not reach over the whole time/)
})
