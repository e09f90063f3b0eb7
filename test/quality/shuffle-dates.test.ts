import { expect, it } from 'vitest'
import { bustlingPapers } from '../support/dated-papers.ts'
import { shuffleDates } from './shuffle-dates.ts'

it('tells how often shuffled dates let something be found, and what true ones hold', () => {
  const moving = bustlingPapers(900, 1).map((paper, i) =>
    Number(paper.date) >= 2018 && i % 2 === 0 ? { ...paper, abstract: `${paper.abstract} quokka` } : paper,
  )
  const figures = shuffleDates(moving, 4)
  expect(figures).toMatchObject({ papers: 900, bin: 'year', periods: 11, seeds: 4, seedsWithAny: 0, mostAllowed: 1 })
  expect(figures.found).toBeGreaterThan(0)
  expect(figures.groups).toBeGreaterThan(2)
})
