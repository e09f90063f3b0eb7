import { expect, it } from 'vitest'
import { asWritten, namesOfPapers } from '../../../server/api/as-written.ts'
import { paper } from '../../support/planted-papers.ts'

it('gives names back in the way that records write them, the commonest first', () => {
  const written = ['JEP/TALN/RECITAL', 'AMTA', 'amta', 'L’École d’été']
  expect(asWritten(['amta', 'jep TALN recital', 'l école d été', 'findings'], written)).toEqual([
    'AMTA',
    'JEP/TALN/RECITAL',
    'L’École d’été',
    'findings',
  ])
})

it('lists the names of papers, most papers first, those without one aside', () => {
  const papers = ['B', null, 'a', 'B', 'A'].map((venue, i) => paper({ id: String(i), venue }))
  expect(namesOfPapers(papers, 'venue')).toEqual(['B', 'A', 'a'])
})
